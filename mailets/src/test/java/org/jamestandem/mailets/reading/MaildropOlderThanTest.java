package org.jamestandem.mailets.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager.AppendCommand;
import org.apache.james.mailbox.inmemory.manager.InMemoryIntegrationResources;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.user.memory.MemoryUsersRepository;
import org.apache.mailet.base.test.FakeMail;
import org.apache.mailet.base.test.FakeMatcherConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaildropOlderThanTest {
    private static final Instant NOW = Instant.parse("2026-11-02T08:00:00Z");

    private final MailboxManager mailboxes =
            InMemoryIntegrationResources.defaultResources().getMailboxManager();
    private Instant now = NOW;

    private void deliver(String user, String folder, Duration ago) throws Exception {
        Username username = Username.of(user + "@tandem.example");
        MailboxSession session = mailboxes.createSystemSession(username);
        MailboxPath path = MailboxPath.forUser(username, folder);
        if (!mailboxes.list(session).contains(path)) {
            mailboxes.createMailbox(path, session);
        }
        mailboxes
                .getMailbox(path, session)
                .appendMessage(
                        AppendCommand.builder()
                                .withInternalDate(Date.from(NOW.minus(ago)))
                                .build("Subject: x\r\n\r\nx\r\n".getBytes(StandardCharsets.UTF_8)),
                        session);
    }

    private MaildropOlderThan matcher(String condition) throws MessagingException {
        Clock clock =
                new Clock() {
                    @Override
                    public Instant instant() {
                        return now;
                    }

                    @Override
                    public ZoneId getZone() {
                        return ZoneOffset.UTC;
                    }

                    @Override
                    public Clock withZone(ZoneId zone) {
                        return this;
                    }
                };
        MaildropOlderThan matcher =
                new MaildropOlderThan(
                        mailboxes, MemoryUsersRepository.withVirtualHosting(null), clock);
        matcher.init(
                FakeMatcherConfig.builder()
                        .matcherName("MaildropOlderThan")
                        .condition(condition)
                        .build());
        return matcher;
    }

    private static FakeMail mail(String... users) throws MessagingException {
        FakeMail.Builder mail = FakeMail.builder().name("m1");
        for (String user : users) {
            mail.recipient(user + "@tandem.example");
        }
        return mail.build();
    }

    @Test
    void exactlyTheRecipientsWithOldMailInInboxMatch() throws Exception {
        deliver("old", "INBOX", Duration.ofDays(1));
        deliver("old", "INBOX", Duration.ofDays(31));
        deliver("young", "INBOX", Duration.ofDays(29));
        deliver("archivist", "Archive", Duration.ofDays(300));
        assertThat(matcher("30d").match(mail("old", "young", "archivist", "nobody")))
                .extracting(MailAddress::getLocalPart)
                .containsExactly("old");
    }

    @Test
    void whatWasFoundIsKeptForAnHour() throws Exception {
        MaildropOlderThan matcher = matcher("age=30");
        assertThat(matcher.match(mail("old"))).isEmpty();
        deliver("old", "INBOX", Duration.ofDays(31));
        assertThat(matcher.match(mail("old"))).isEmpty();
        now = NOW.plus(Duration.ofHours(1));
        assertThat(matcher.match(mail("old"))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "\"\"; \"MaildropOlderThan: age is missing; expected a duration from 1d to 36500d,"
                        + " for example MaildropOlderThan=30d\"",
                "12h; \"MaildropOlderThan: age = '12h' is not valid; expected a duration from 1d to"
                        + " 36500d, for example MaildropOlderThan=age=30d\"",
                "30d,folder=Sent; \"MaildropOlderThan: 'folder=Sent' is not known here; expected"
                        + " age=...\""
            })
    void aWrongConditionStopsTheStart(String condition, String message) {
        assertThatThrownBy(() -> matcher(condition))
                .isInstanceOf(MessagingException.class)
                .hasMessage(message);
    }
}
