package org.jamestandem.pop3.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.james.core.Username;
import org.jamestandem.kernel.audit.AuditAction;
import org.jamestandem.kernel.audit.AuditTrail;
import org.jamestandem.kernel.audit.Deed;
import org.jamestandem.pop3.Pop3Connection;
import org.jamestandem.pop3.Pop3Server;
import org.jamestandem.pop3.TestMailbox;
import org.jamestandem.pop3.maildrop.Fingerprints;
import org.jamestandem.pop3.maildrop.MaildropState;
import org.jamestandem.pop3.uidl.MessageKey;
import org.jamestandem.pop3.uidl.UniqueId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Unique-ids that change behind everybody's back. */
class UniqueIdAlarmTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static Pop3Server server;

    @BeforeAll
    static void start() throws Exception {
        server = Pop3Server.with("<tandem><state>memory</state></tandem>");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theNextLoginSucceedsAndTheTrailSaysWhatHappened() {
        TestMailbox mailbox = server.newMailbox("alarm.example");
        Username user = Username.of(mailbox.user());
        long uid = mailbox.append("one");
        String id = uniqueId(mailbox);
        await().atMost(PATIENCE).until(() -> hasFingerprint(user));

        server.instance(MaildropState.class)
                .aliases()
                .replace(user, Map.of(new MessageKey(id), new UniqueId("restored")))
                .block(PATIENCE);

        assertThat(uniqueId(mailbox)).isEqualTo("restored");
        await().atMost(PATIENCE).until(() -> !deeds(user).isEmpty());
        assertThat(deeds(user))
                .singleElement()
                .satisfies(
                        deed -> {
                            assertThat(deed.action()).isEqualTo(AuditAction.RENUMBERED);
                            assertThat(deed.messages()).containsExactly(mailbox.messageId(uid));
                        });
        assertThat(server.metrics().countFor(AuditedAlarm.METRIC)).isEqualTo(1);
    }

    private static boolean hasFingerprint(Username user) {
        return server.instance(Fingerprints.class).of(user).blockOptional(PATIENCE).isPresent();
    }

    private static List<Deed> deeds(Username user) {
        return server.instance(AuditTrail.class)
                .entries(user, Instant.EPOCH, Instant.now().plusSeconds(60))
                .flatMapIterable(entry -> entry.deeds())
                .collectList()
                .block(PATIENCE);
    }

    private static String uniqueId(TestMailbox mailbox) {
        try (Pop3Connection connection = server.login(mailbox)) {
            return connection.lines("UIDL").get(0).split(" ")[1];
        }
    }
}
