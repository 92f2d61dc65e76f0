package org.jamestandem.mailets.hold;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.mail.MessagingException;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimeMultipart;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.james.mailrepository.memory.MemoryMailRepository;
import org.apache.james.server.core.configuration.FileConfigurationProvider;
import org.apache.james.user.memory.MemoryUsersRepository;
import org.apache.james.utils.UpdatableTickingClock;
import org.apache.mailet.base.test.FakeMail;
import org.apache.mailet.base.test.FakeMailetConfig;
import org.jamestandem.kernel.settings.Settings;
import org.jamestandem.mailets.decisions.RecordedDecisions;
import org.jamestandem.mailets.hold.james.RepositoryContent;
import org.jamestandem.mailets.hold.memory.MemoryAgenda;
import org.jamestandem.mailets.hold.memory.MemoryClaims;
import org.jamestandem.mailets.hold.memory.MemoryHeldMails;
import org.jamestandem.mailets.hold.memory.MemoryLinkKeys;

/** All parts of holding in memory, a clock that a test moves, and an outbox that it reads. */
public final class HoldWorld {
    /** A Monday morning in Prague, before seven. */
    static final Instant SIX = Instant.parse("2026-01-05T05:00:00Z");

    static final Duration PATIENCE = Duration.ofSeconds(60);

    final UpdatableTickingClock clock = new UpdatableTickingClock(SIX);
    final MemoryMailRepository repository = new MemoryMailRepository();
    final RecordedDecisions recorded = new RecordedDecisions(clock);
    final RecordingOutbox outbox = new RecordingOutbox();
    final List<String> learned = new ArrayList<>();
    final MemoryHeldMails mails = new MemoryHeldMails();
    final MemoryAgenda agenda = new MemoryAgenda();
    final HoldSettings settings;
    final Holding holding;
    final ReleaseLinks links;
    private final MemoryClaims claims = new MemoryClaims(clock);

    /**
     * @param hold what stands in {@code <mailets>}
     */
    public HoldWorld(String hold) {
        settings = settings(hold);
        holding =
                new Holding(
                        mails,
                        new RepositoryContent(new OneRepository(repository), OneRepository.URL),
                        agenda,
                        claims,
                        outbox,
                        message -> learned.add(subject(message)),
                        recorded.decisions(),
                        settings);
        links = new ReleaseLinks(new MemoryLinkKeys(), clock);
    }

    static HoldWorld usual() {
        return new HoldWorld(
                """
                <public-url>https://mail.example.org/post</public-url>
                <hold>
                  <digest-at>07:00, 16:30</digest-at>
                  <zone>Europe/Prague</zone>
                  <domain name="example.cz"><language>cs</language></domain>
                </hold>
                """);
    }

    static HoldSettings settings(String mailets) {
        String xml = "<mailets>" + mailets + "</mailets>";
        try {
            return HoldSettings.read(
                    Settings.of(
                            "tandem.xml",
                            FileConfigurationProvider.getConfig(
                                            new ByteArrayInputStream(
                                                    xml.getBytes(StandardCharsets.UTF_8)))
                                    .getNodeModel()
                                    .getNodeHandler()
                                    .getRootNode()));
        } catch (ConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One of several nodes on the same state. */
    Digests node() {
        return new Digests(
                agenda,
                mails,
                claims,
                outbox,
                new DigestMail(settings, links, new Templates(), clock),
                clock);
    }

    Expiries expiries() {
        return new Expiries(agenda, holding, clock);
    }

    void at(String instant) {
        clock.setInstant(Instant.parse(instant));
    }

    HoldAsSpam mailet(String... parameters) throws MessagingException {
        HoldAsSpam mailet =
                new HoldAsSpam(
                        holding,
                        settings,
                        MemoryUsersRepository.withVirtualHosting(null),
                        recorded.decisions(),
                        clock);
        FakeMailetConfig.Builder config = FakeMailetConfig.builder();
        for (int i = 0; i < parameters.length; i += 2) {
            config.setProperty(parameters[i], parameters[i + 1]);
        }
        mailet.init(config.build());
        return mailet;
    }

    static FakeMail mail(String name, String header, String... recipients)
            throws MessagingException {
        String text = (header + "\n\nText\n").replace("\n", "\r\n");
        return FakeMail.builder()
                .name(name)
                .sender("sender@elsewhere.example")
                .recipients(recipients)
                .mimeMessage(
                        new MimeMessage(
                                null,
                                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))))
                .build();
    }

    FakeMail hold(String name, String... recipients) throws MessagingException {
        FakeMail mail = mail(name, "From: w@elsewhere.example\nSubject: " + name, recipients);
        mailet().service(mail);
        return mail;
    }

    private static String subject(MimeMessage message) {
        try {
            return message.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String text(MimeMessage message, int part) throws MessagingException, IOException {
        return (String) ((MimeMultipart) message.getContent()).getBodyPart(part).getContent();
    }
}
