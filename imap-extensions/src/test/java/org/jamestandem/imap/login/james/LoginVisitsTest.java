package org.jamestandem.imap.login.james;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.apache.james.core.Username;
import org.jamestandem.imap.ImapConnection;
import org.jamestandem.imap.InProcessImap;
import org.jamestandem.kernel.activity.AccessProtocol;
import org.jamestandem.kernel.activity.ReaderActivity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoginVisitsTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private InProcessImap imap;

    @BeforeEach
    void start() throws Exception {
        imap = InProcessImap.tandem();
    }

    @AfterEach
    void stop() {
        imap.close();
    }

    private boolean isNoted(String user) throws Exception {
        return imap.ours(ReaderActivity.class)
                .habitsOf(Username.of(user))
                .block(LIMIT)
                .readsBy(AccessProtocol.IMAP, Instant.now().minus(Duration.ofHours(1)));
    }

    private static String plain(String authorizationId, String user, String password) {
        return Base64.getEncoder()
                .encodeToString(
                        String.join("\0", authorizationId, user, password)
                                .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void loginNotesTheVisitOfThatUserOnly() throws Exception {
        try (ImapConnection bob = imap.login("bob")) {
            bob.ok("NOOP");
        }
        assertThat(isNoted("bob")).isTrue();
        assertThat(isNoted("anna")).isFalse();
    }

    @Test
    void aWrongPasswordNotesNothing() throws Exception {
        try (ImapConnection nobody = imap.connect()) {
            assertThat(nobody.result("LOGIN bob wrong")).startsWith("NO ");
            assertThat(nobody.result("AUTHENTICATE PLAIN " + plain("", "bob", "wrong")))
                    .startsWith("NO ");
        }
        assertThat(isNoted("bob")).isFalse();
    }

    @Test
    void authenticateWithAnInitialResponseNotesTheVisit() throws Exception {
        try (ImapConnection bob = imap.connect()) {
            bob.ok("AUTHENTICATE PLAIN " + plain("", "bob", "secret"));
            bob.ok("SELECT INBOX");
        }
        assertThat(isNoted("bob")).isTrue();
    }

    @Test
    void authenticateWithAContinuationNotesTheVisit() throws Exception {
        try (ImapConnection bob = imap.connect()) {
            bob.write("c AUTHENTICATE PLAIN\r\n");
            assertThat(bob.line()).startsWith("+");
            bob.write(plain("bob", "bob", "secret") + "\r\n");
            assertThat(bob.until("c ").toString()).contains("c OK");
        }
        assertThat(isNoted("bob")).isTrue();
    }

    @Test
    void actingForAnotherIsNoVisitOfHis() throws Exception {
        try (ImapConnection administrator = imap.connect()) {
            administrator.ok("AUTHENTICATE PLAIN " + plain("anna", "administrator", "secret"));
            administrator.ok("SELECT INBOX");
        }
        assertThat(isNoted("anna")).isFalse();
        assertThat(isNoted("administrator")).isFalse();
    }

    @Test
    void bothCommandsAreStillAdvertisedAsJamesHasThem() throws Exception {
        try (ImapConnection nobody = imap.connect()) {
            assertThat(nobody.ok("CAPABILITY").get(0))
                    .contains(" AUTH=PLAIN")
                    .contains(" SASL-IR")
                    .doesNotContain("LOGINDISABLED");
        }
    }
}
