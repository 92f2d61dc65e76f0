package org.jamestandem.pop3.session.james;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jamestandem.pop3.Pop3Connection;
import org.jamestandem.pop3.Pop3Server;
import org.jamestandem.pop3.TestMailbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** RFC 1939 §5 and §11, RFC 6856 §2.1: LIST and STAT say what RETR sends. */
class SizesTest {
    private static final List<String> MESSAGES =
            Stream.of(
                            "Subject: a\r\n\r\nall as it should be\r\n",
                            "Subject: b\n\nbare\nline\nfeeds\n",
                            "Subject: c\r\n\r\nno end of line",
                            "Subject: d\r\n\r\n.dots\r\n..\r\n.\r\n",
                            "Subject: Grüße an alle\r\n"
                                    + "From: Jürgen <j@example.org>\r\n\r\n"
                                    + "Grüße\r\n",
                            "Subject: e\r\n\r\n")
                    .map(SizesTest::octetsAsCharacters)
                    .toList();

    private static Pop3Server server;

    private TestMailbox mailbox;

    @BeforeAll
    static void start() throws Exception {
        server = Pop3Server.with("<tandem><state>memory</state></tandem>");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void mailbox() {
        mailbox = server.newMailbox("sizes.example");
        MESSAGES.forEach(mailbox::appendText);
    }

    @Test
    void inAsciiModeAtTheFirstAndAtEveryLaterLogin() {
        for (int i = 0; i < 2; i++) {
            try (Pop3Connection connection = server.login(mailbox)) {
                assertSizesAreThoseOfTheTexts(connection);
                assertThat(header(connection, 5)).allMatch(SizesTest::isAscii);
            }
        }
    }

    @Test
    void inUtf8Mode() {
        try (Pop3Connection connection = server.connect()) {
            connection.ok("UTF8");
            connection.ok("USER " + mailbox.user());
            connection.ok("PASS secret");
            assertSizesAreThoseOfTheTexts(connection);
            assertThat(header(connection, 5))
                    .contains(octetsAsCharacters("Subject: Grüße an alle"));
        }
    }

    @Test
    void ofMoreMessagesThanALoginWaitsForTheRestIsMeasuredBehindIt() {
        for (int i = 0; i < 300; i++) {
            mailbox.appendText("Subject: " + i + "\n\nbare\n");
        }
        Awaitility.await()
                .untilAsserted(
                        () -> {
                            try (Pop3Connection connection = server.login(mailbox)) {
                                assertThat(connection.ok("LIST 306"))
                                        .isEqualTo(
                                                "+OK 306 "
                                                        + "Subject: 299\r\n\r\nbare\r\n".length());
                            }
                        });
    }

    private static void assertSizesAreThoseOfTheTexts(Pop3Connection connection) {
        List<String> listing = connection.lines("LIST");
        long all = 0;
        for (int number = 1; number <= MESSAGES.size(); number++) {
            long octets =
                    connection.lines("RETR " + number).stream()
                            .mapToLong(line -> line.length() + 2)
                            .sum();
            assertThat(listing.get(number - 1)).isEqualTo(number + " " + octets);
            all += octets;
        }
        assertThat(connection.ok("STAT")).isEqualTo("+OK " + MESSAGES.size() + " " + all);
    }

    private static List<String> header(Pop3Connection connection, int number) {
        return connection.lines("TOP " + number + " 0");
    }

    private static boolean isAscii(String line) {
        return line.chars().allMatch(c -> c < 0x80);
    }

    private static String octetsAsCharacters(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
