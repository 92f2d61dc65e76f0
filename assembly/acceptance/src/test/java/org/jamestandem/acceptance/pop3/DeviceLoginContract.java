package org.jamestandem.acceptance.pop3;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jamestandem.testkit.james.James;
import org.junit.jupiter.api.Test;

/** Who comes in, by which name and protocol. */
interface DeviceLoginContract extends OnServer {
    @Test
    default void aDeviceSendsMailByTheLoginWithWhichItReads() {
        Account anna = newAccount("{}");
        anna.append("one");
        try (LineClient smtp = LineClient.toSubmission(james())) {
            assertThat(smtp.smtp("EHLO client.example")).startsWith("250");
            assertThat(smtp.smtp("AUTH PLAIN " + plain(anna.login("phone"), "wrong")))
                    .startsWith("535");
            assertThat(smtp.smtp("AUTH PLAIN " + plain(anna.login("phone"), Account.PASSWORD)))
                    .startsWith("235");
            assertThat(smtp.smtp("MAIL FROM:<" + anna.user() + ">")).startsWith("250");
            assertThat(smtp.smtp("RCPT TO:<" + anna.user() + ">")).startsWith("250");
            assertThat(smtp.smtp("DATA")).startsWith("354");
            assertThat(smtp.smtp("Subject: sent\r\n\r\ntext\r\n.")).startsWith("250");
        }
        try (LineClient imap = LineClient.to(james(), James.Listener.IMAP)) {
            imap.imap("LOGIN " + anna.login("phone") + " " + Account.PASSWORD);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(
                            () ->
                                    imap.imap("STATUS INBOX (MESSAGES)").stream()
                                            .anyMatch(line -> line.contains("MESSAGES 2")));
        }
    }

    @Test
    default void pop3IsSwitchedOffForADomainAUserAndADevice() {
        Account anna = newAccount("{}");
        String domain = "/tandem/pop3/policy/domains/" + anna.domain();
        String user = "/tandem/pop3/policy/users/" + anna.user();

        operator().put(domain, "{\"access\":\"off\"}");
        assertThat(logins(anna)).containsExactly(false, false);
        operator().put(user, "{\"access\":\"on\"}");
        assertThat(logins(anna)).containsExactly(true, true);
        operator().put(user + "/devices/phone", "{\"access\":\"off\"}");
        assertThat(logins(anna)).containsExactly(true, false);
        operator().put(user, "{\"access\":\"off\"}");
        operator().put(user + "/devices/phone", "{\"access\":\"on\"}");
        assertThat(logins(anna)).containsExactly(false, true);
        anna.byImap("EXAMINE INBOX");
    }

    @Test
    default void manyWrongPasswordsKeepNobodyElseWaiting() {
        Account anna = newAccount("{}");
        List<LineClient> guesses =
                IntStream.range(0, 40)
                        .mapToObj(i -> LineClient.to(james(), James.Listener.POP3))
                        .toList();
        guesses.forEach(guess -> guess.ok("USER " + anna.user()));
        guesses.forEach(guess -> guess.send("PASS wrong"));
        try (LineClient good = anna.pop3()) {
            assertThat(guesses).anyMatch(guess -> !guess.hasLine());
            good.ok("STAT");
        }
        guesses.forEach(
                guess -> {
                    assertThat(guess.line()).startsWith("-ERR [AUTH] ");
                    guess.close();
                });
    }

    private List<Boolean> logins(Account account) {
        return List.of(isLetIn(account.user()), isLetIn(account.login("phone")));
    }

    private boolean isLetIn(String login) {
        try (LineClient client = LineClient.to(james(), James.Listener.POP3)) {
            client.ok("USER " + login);
            String answer = client.ask("PASS " + Account.PASSWORD);
            if (!answer.startsWith("+OK")) {
                assertThat(answer).isEqualTo("-ERR [AUTH] wrong user name or password");
            }
            return answer.startsWith("+OK");
        }
    }

    private static String plain(String user, String password) {
        return Base64.getEncoder()
                .encodeToString(
                        ("\0" + user + "\0" + password).getBytes(StandardCharsets.US_ASCII));
    }
}
