package org.jamestandem.imap.login.james;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.james.core.Username;
import org.apache.james.events.EventBus;
import org.jamestandem.imap.ImapConnection;
import org.jamestandem.imap.InProcessImap;
import org.jamestandem.kernel.audit.Actor;
import org.jamestandem.kernel.audit.AuditAction;
import org.jamestandem.kernel.audit.AuditChannel;
import org.jamestandem.kernel.audit.AuditEntry;
import org.jamestandem.kernel.audit.AuditTrail;
import org.jamestandem.kernel.audit.Deed;
import org.jamestandem.kernel.audit.james.MailboxAudit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What IMAP sessions remove and move, as the audit trail has it. */
class ImapAuditTest {
    private static final Username BOB = Username.of("bob");
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private InProcessImap imap;

    @BeforeEach
    void start() throws Exception {
        imap = InProcessImap.tandem();
        imap.get(EventBus.class).register(imap.ours(MailboxAudit.class));
    }

    @AfterEach
    void stop() {
        imap.close();
    }

    @Test
    void theTrailSaysThatItWasImapAndFromWhere() throws Exception {
        try (ImapConnection bob = imap.login("bob")) {
            bob.append("INBOX", "", "Subject: one\r\n\r\nBody\r\n");
            bob.append("INBOX", "", "Subject: two\r\n\r\nBody\r\n");
            bob.ok("CREATE Work");
            bob.ok("SELECT INBOX");
            bob.ok("MOVE 1 Work");
            bob.ok("STORE 1 +FLAGS (\\Deleted)");
            bob.ok("EXPUNGE");
        }
        await().atMost(LIMIT).untilAsserted(() -> assertThat(entries()).hasSize(2));
        assertThat(entries())
                .extracting(AuditEntry::actor)
                .containsOnly(Actor.client(AuditChannel.IMAP, BOB, "", "127.0.0.1"));
        assertThat(entries())
                .flatExtracting(AuditEntry::deeds)
                .extracting(Deed::action)
                .containsExactly(AuditAction.DELETED, AuditAction.MOVED);
    }

    private List<AuditEntry> entries() throws Exception {
        return imap.ours(AuditTrail.class)
                .entries(BOB, Instant.EPOCH, Instant.now().plusSeconds(60))
                .collectList()
                .block(LIMIT);
    }
}
