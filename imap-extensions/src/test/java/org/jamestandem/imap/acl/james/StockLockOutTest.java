package org.jamestandem.imap.acl.james;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.james.core.Username;
import org.jamestandem.imap.ImapConnection;
import org.jamestandem.imap.InProcessImap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The control of {@link ListsOfStockJamesTest}: what such entries do without us. */
class StockLockOutTest {
    private static final Username ANNA = Username.of("anna@tandem.example");

    private static InProcessImap imap;
    private static int mailboxes;

    @BeforeAll
    static void start() throws Exception {
        imap = InProcessImap.stock();
    }

    @AfterAll
    static void stop() {
        imap.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"$sales@tandem.example", "-anybody", "-owner", "-anna@tandem.example"})
    void theOwnerIsLockedOut(String entry) throws Exception {
        String mailbox = "Locked" + ++mailboxes;
        try (ImapConnection anna = imap.login(ANNA.asString())) {
            anna.ok("CREATE " + mailbox);
            anna.append(mailbox, "", "Subject: one\n\nText\n");
            imap.setRights(ANNA, mailbox, entry, "lrswipkxtea");

            assertThat(anna.result("GETACL " + mailbox)).startsWith("NO");
            assertThat(anna.send("SELECT " + mailbox)).doesNotContain("* 1 EXISTS");
        }
    }
}
