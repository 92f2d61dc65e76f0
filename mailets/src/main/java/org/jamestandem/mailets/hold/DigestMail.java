package org.jamestandem.mailets.hold;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Function;
import javax.mail.Message.RecipientType;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.internet.AddressException;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeBodyPart;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimeMultipart;
import org.apache.james.core.MailAddress;
import org.apache.james.core.Username;
import reactor.core.publisher.Mono;

/** Writes the mail that tells somebody what is held back from him. */
@Singleton
public final class DigestMail {
    private static final String PATH = "tandem/held/release?t=";
    private static final String UTF_8 = "UTF-8";

    private final HoldSettings settings;
    private final ReleaseLinks links;
    private final Templates templates;
    private final Clock clock;

    @Inject
    DigestMail(HoldSettings settings, ReleaseLinks links, Templates templates, Clock clock) {
        this.settings = settings;
        this.links = links;
        this.templates = templates;
        this.clock = clock;
    }

    /** The Message-ID of a digest. */
    String messageId(UUID digest, Username owner) {
        return "<tandem-digest-%s@%s>"
                .formatted(digest, settings.sender(owner).getDomain().asString());
    }

    /** To whom it goes: the address that the latest of these was sent to. */
    MailAddress recipient(List<HeldMail> held) {
        try {
            return new MailAddress(held.get(held.size() - 1).recipient());
        } catch (AddressException e) {
            throw new IllegalStateException("held for no address", e);
        }
    }

    /**
     * @param held one or more, in the order in which they are told
     */
    Mono<MimeMessage> compose(UUID digest, Username owner, List<HeldMail> held) {
        return links.signer()
                .flatMap(signer -> Mono.fromCallable(() -> message(digest, owner, held, signer)));
    }

    private MimeMessage message(
            UUID digest, Username owner, List<HeldMail> held, Function<Ticket, String> signer)
            throws MessagingException {
        Language language = settings.language(owner);
        Map<String, Object> values =
                Map.of(
                        "count",
                        held.size(),
                        "mails",
                        held.stream().map(mail -> line(mail, language, signer)).toList());
        MimeMultipart both = new MimeMultipart("alternative");
        both.addBodyPart(part("plain", templates.fill("digest", "txt", language, values)));
        both.addBodyPart(part("html", templates.fill("digest", "html", language, values)));
        MimeMessage message = new Identified(messageId(digest, owner));
        message.setFrom(new InternetAddress(settings.sender(owner).asString()));
        message.setRecipient(RecipientType.TO, new InternetAddress(recipient(held).asString()));
        message.setSubject(language.subject(held.size()), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setContent(both);
        message.saveChanges();
        return message;
    }

    private static MimeBodyPart part(String subtype, String text) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        return part;
    }

    private Map<String, Object> line(
            HeldMail mail, Language language, Function<Ticket, String> signer) {
        Instant until = mail.at().plus(settings.keep());
        Ticket ticket = new Ticket(mail.owner(), mail.id(), until);
        DateTimeFormatter format =
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(language.locale())
                        .withZone(settings.digestTimes().zone());
        return Map.of(
                "sender",
                mail.sender(),
                "subject",
                mail.subject(),
                "at",
                format.format(mail.at()),
                "until",
                format.format(until),
                "link",
                link(signer.apply(ticket)));
    }

    private String link(String token) {
        String base = settings.publicUrl().map(URI::toString).orElseThrow();
        return base + (base.endsWith("/") ? "" : "/") + PATH + token;
    }

    /** Keeps the Message-ID that it is given. */
    private static final class Identified extends MimeMessage {
        private final String id;

        Identified(String id) {
            super(Session.getInstance(new Properties()));
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
