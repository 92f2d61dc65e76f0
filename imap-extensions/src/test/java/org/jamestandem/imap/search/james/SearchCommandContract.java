package org.jamestandem.imap.search.james;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jamestandem.imap.ImapConnection;
import org.jamestandem.imap.InProcessImap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** SEARCH over the wire, whatever answers its keys. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SearchCommandContract {
    private static final AtomicInteger USERS = new AtomicInteger();

    private InProcessImap server;
    private String user;
    private ImapConnection imap;

    /** The {@code tandem.xml} of the server. */
    abstract String settings() throws Exception;

    @BeforeAll
    void start() throws Exception {
        server = InProcessImap.tandemWithSettings(settings());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @BeforeEach
    void deliver() throws Exception {
        user = "user" + USERS.incrementAndGet();
        imap = server.login(user);
        imap.ok("CREATE box");
        append(
                "\"05-Jan-2024 10:00:00 +0000\"",
                """
                Date: Mon, 1 Jan 2024 10:00:00 +0000
                From: "Zoe" <carol@tandem.example>
                To: zed@tandem.example, adam@tandem.example
                Cc: mike@tandem.example
                Bcc: hidden@tandem.example
                Subject: Re: beta
                X-Label: work

                swimming is fun
                """);
        append(
                "\"04-Jan-2024 10:00:00 +0000\"",
                """
                Date: Mon, 1 Jan 2024 10:30:00 +0100
                From: anna@tandem.example
                To: bob@tandem.example
                Subject: =?utf-8?q?=C4=8Cesky?=
                Content-Type: text/plain; charset=utf-8

                Příliš žluťoučký kůň
                """);
        append(
                "\"03-Jan-2024 10:00:00 +0000\"",
                """
                From: Bob@tandem.example
                Cc: alice@tandem.example
                Subject: [list] ALPHA (fwd)

                a line of medium length, not the shortest of all
                """);
        append(
                "\"02-Jan-2024 10:00:00 +0000\"",
                """
                Date: Wed, 3 Jan 2024 23:00:00 -0800
                From: bob@tandem.example
                To: Adam@tandem.example
                Subject: beta
                Content-Type: text/html

                <p>of <b>medi</b>um length</p>
                """);
        imap.ok("SELECT box");
    }

    @AfterEach
    void disconnect() throws Exception {
        imap.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ALL | 1 2 3 4",
                "NOT ALL |",
                "SUBJECT beta | 1 4",
                "SUBJECT eta | 1 4",
                "SUBJECT BETA | 1 4",
                "FROM zoe | 1",
                "FROM bob@tandem | 3 4",
                "TO adam | 1 4",
                "CC alice | 3",
                "BCC hidden | 1",
                "BODY imming | 1",
                "BODY \"is fun\" | 1",
                "BODY \"fun is\" |",
                "BODY medium | 3 4",
                "BODY beta |",
                "TEXT beta | 1 4",
                "TEXT \"x-label: work\" | 1",
                "HEADER x-label \"\" | 1",
                "HEADER X-Label WORK | 1",
                "HEADER X-Label play |",
                "BEFORE 3-Jan-2024 | 4",
                "ON 3-Jan-2024 | 3",
                "SINCE 4-Jan-2024 | 1 2",
                "SENTBEFORE 2-Jan-2024 | 1 2",
                "SENTON \"3-Jan-2024\" | 4",
                "SENTSINCE 1-Jan-2024 | 1 2 4",
                "NOT SENTSINCE 1-Jan-2024 | 3",
                "LARGER 220 | 1",
                "SMALLER 100 |",
                "OLDER 60 | 1 2 3 4",
                "YOUNGER 60 |",
                "OLDER 999999999999 |",
                "2:3 | 2 3",
                "4:* | 4",
                "*:3 | 3 4",
                "99 |",
                "UID 2,4 | 2 4",
                "UID 99:* | 4",
                "UID * | 4",
                "OR 1 SUBJECT alpha | 1 3",
                "OR UID 1 (FROM bob BODY html) | 1",
                "NOT UID 1 | 2 3 4",
                "NOT (SUBJECT beta NOT FROM bob) | 2 3 4",
                "UNKEYWORD $Junk UNSEEN | 1 2 3 4",
                "MODSEQ 999999 |",
                "EMAILID none |",
                "THREADID none |",
                "SAVEDATESUPPORTED | 1 2 3 4",
                "SAVEDBEFORE 1-Jan-2024 |",
                "NEW | 1 2 3 4",
                "OLD |"
            })
    void everyKeyFindsWhatItSays(String keys, String numbers) throws Exception {
        List<String> expected = List.of("* SEARCH" + (numbers == null ? "" : " " + numbers));
        assertThat(searched("SEARCH " + keys)).isEqualTo(expected);
        assertThat(searched("UID SEARCH " + keys)).isEqualTo(expected);
    }

    private List<String> searched(String command) throws Exception {
        return imap.ok(command).stream().filter(line -> line.startsWith("* SEARCH")).toList();
    }

    @Test
    void flagsAreAnsweredAsTheyAreNow() throws Exception {
        imap.ok("STORE 2:3 +FLAGS (\\Flagged $Label)");
        imap.ok("STORE 1 +FLAGS (\\Seen \\Answered \\Draft \\Deleted)");

        assertThat(imap.ok("SEARCH FLAGGED")).containsExactly("* SEARCH 2 3");
        assertThat(imap.ok("SEARCH KEYWORD $label")).containsExactly("* SEARCH 2 3");
        assertThat(imap.ok("SEARCH SEEN ANSWERED DRAFT DELETED")).containsExactly("* SEARCH 1");
        assertThat(imap.ok("SEARCH UNSEEN UNFLAGGED")).containsExactly("* SEARCH 4");
        imap.ok("STORE 2 -FLAGS (\\Flagged)");
        assertThat(imap.ok("SEARCH FLAGGED TEXT alpha")).containsExactly("* SEARCH 3");
    }

    @Test
    void stringsAreReadInTheCharsetGiven() throws Exception {
        assertThat(imap.ok("SEARCH CHARSET UTF-8 SUBJECT \"\u00c4\u008ces\""))
                .containsExactly("* SEARCH 2");
        assertThat(imap.ok("SEARCH CHARSET iso-8859-2 SUBJECT {3+}\r\n\u00c8es"))
                .containsExactly("* SEARCH 2");
        assertThat(imap.ok("SEARCH BODY {6+}\r\nk\u00c5\u00af\u00c5\u0088 "))
                .containsExactly("* SEARCH");
        assertThat(imap.ok("SEARCH BODY {5+}\r\nk\u00c5\u00af\u00c5\u0088"))
                .containsExactly("* SEARCH 2");
        assertThat(imap.ok("SEARCH BODY zlutoucky")).containsExactly("* SEARCH");
        assertThat(imap.result("SEARCH CHARSET X-UNKNOWN SUBJECT {3+}\r\nabc"))
                .startsWith("NO [BADCHARSET (")
                .contains(" UTF-8 ", "SEARCH failed");
        imap.ok("NOOP");
    }

    @Test
    void extendedSearchTellsWhatWasAskedFor() throws Exception {
        assertThat(imap.ok("SEARCH RETURN (MIN MAX COUNT ALL) SUBJECT beta"))
                .singleElement()
                .asString()
                .matches("\\* ESEARCH \\(TAG \"a\\d+\"\\) MIN 1 MAX 4 COUNT 2 ALL 1,4");
        assertThat(imap.ok("SEARCH RETURN () 2:4")).first().asString().endsWith(") ALL 2:4");
        assertThat(imap.ok("UID SEARCH RETURN (COUNT) NOT ALL"))
                .first()
                .asString()
                .endsWith(") UID COUNT 0");
        assertThat(imap.ok("SEARCH RETURN (MIN ALL) CHARSET UTF-8 SUBJECT nothing"))
                .first()
                .asString()
                .matches("\\* ESEARCH \\(TAG \"a\\d+\"\\)");
    }

    /** RFC 4731 §3.2. */
    @Test
    void modSeqIsTheHighestOfTheMessagesTold() throws Exception {
        imap.ok("STORE 3 +FLAGS (\\Flagged)");
        imap.ok("STORE 1 +FLAGS (\\Flagged)");
        imap.ok("STORE 2 +FLAGS (\\Flagged)");
        long all = modSeq("SEARCH RETURN (COUNT) MODSEQ 1");
        long first = modSeq("SEARCH RETURN (MIN) MODSEQ 1");
        long last = modSeq("SEARCH RETURN (MAX) 1:3 MODSEQ 1");
        long ends = modSeq("SEARCH RETURN (MIN MAX) 1:3 MODSEQ 1");

        assertThat(last).isLessThan(first);
        assertThat(first).isLessThan(all);
        assertThat(ends).isEqualTo(first);
        assertThat(imap.ok("SEARCH MODSEQ 1").get(0)).endsWith("(MODSEQ " + all + ")");
        assertThat(imap.ok("SEARCH MODSEQ \"/flags/\\\\flagged\" all 999999"))
                .containsExactly("* SEARCH");
    }

    private long modSeq(String command) throws Exception {
        List<String> lines = imap.ok(command);
        String last = lines.get(lines.size() - 1);
        return Long.parseLong(last.substring(last.indexOf("MODSEQ ") + 7));
    }

    @Test
    void aSavedResultNamesMessagesWhateverTheirNumbers() throws Exception {
        assertThat(imap.ok("UID SEARCH RETURN (SAVE) UID 2,4")).isEmpty();
        imap.ok("STORE 1 +FLAGS (\\Deleted)");
        imap.ok("EXPUNGE");

        assertThat(imap.ok("FETCH $ (UID)"))
                .containsExactly("* 1 FETCH (UID 2)", "* 3 FETCH (UID 4)");
        assertThat(imap.ok("UID FETCH $ (UID)"))
                .containsExactly("* 1 FETCH (UID 2)", "* 3 FETCH (UID 4)");
        assertThat(imap.ok("SEARCH NOT $")).containsExactly("* SEARCH 2");
        assertThat(imap.ok("UID SEARCH UID $ SUBJECT beta")).containsExactly("* SEARCH 4");
        imap.ok("STORE $ +FLAGS.SILENT (\\Flagged)");
        assertThat(imap.ok("SEARCH FLAGGED")).containsExactly("* SEARCH 1 3");
        imap.ok("CREATE other");
        imap.ok("COPY $ other");
        imap.ok("MOVE $ other");
        assertThat(imap.ok("SEARCH ALL")).containsExactly("* SEARCH 1");
        assertThat(imap.ok("FETCH $ (UID)")).isEmpty();
        imap.ok("SELECT other");
        assertThat(imap.ok("SEARCH $")).containsExactly("* SEARCH");
        assertThat(imap.ok("SEARCH ALL")).containsExactly("* SEARCH 1 2 3 4");
    }

    @Test
    void selectingTheSameMailboxAgainForgetsTheSavedResult() throws Exception {
        imap.ok("SEARCH RETURN (SAVE) 2:4");
        imap.ok("FETCH $ (UID)");
        assertThat(imap.ok("SEARCH $")).containsExactly("* SEARCH 2 3 4");

        imap.ok("SELECT box");

        assertThat(imap.ok("SEARCH $")).containsExactly("* SEARCH");
        assertThat(imap.ok("FETCH $ (UID)")).isEmpty();
    }

    @Test
    void savingWithMinOrMaxSavesTheseOnly() throws Exception {
        imap.ok("SEARCH RETURN (SAVE MIN) 2:4");
        assertThat(imap.ok("SEARCH $")).containsExactly("* SEARCH 2");
        imap.ok("SEARCH RETURN (SAVE MIN MAX) 2:4");
        assertThat(imap.ok("SEARCH $")).containsExactly("* SEARCH 2 4");
        imap.ok("SEARCH RETURN (SAVE COUNT MAX) 2:4");
        assertThat(imap.ok("SEARCH $")).containsExactly("* SEARCH 2 3 4");
        assertThat(imap.result("SEARCH RETURN (SAVE) NONSENSE")).startsWith("BAD");
        assertThat(imap.ok("SEARCH $")).containsExactly("* SEARCH 2 3 4");
    }

    @Test
    void aSavedResultCanBeUsedInTheSameBreath() throws Exception {
        imap.write("x1 SEARCH RETURN (SAVE) SUBJECT beta\r\nx2 FETCH $ (UID)\r\n");

        assertThat(imap.until("x2 "))
                .contains("* 1 FETCH (UID 1)", "* 4 FETCH (UID 4)")
                .noneMatch(line -> line.startsWith("* 2 FETCH"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "NONSENSE",
                "()",
                "(ALL",
                "NOT",
                "OR ALL",
                "LARGER x",
                "LARGER -1",
                "YOUNGER 0",
                "SUBJECT",
                "KEYWORD",
                "ON 2024-01-01",
                "UID x",
                "1:0",
                "RETURN (COLOUR) ALL",
                "RETURN (MIN ALL",
                "RETURN ALL",
                "RETURN (MIN)",
                "CHARSET UTF-8",
                "ALL CHARSET UTF-8",
                "CHARSET UTF-8 BODY {1+}\r\n\u00c4"
            })
    void malformedCommandIsBad(String arguments) throws Exception {
        assertThat(imap.result("SEARCH " + arguments)).startsWith("BAD SEARCH failed");
        assertThat(imap.result("UID SEARCH " + arguments)).startsWith("BAD SEARCH failed");
        imap.ok("NOOP");
    }

    @Test
    void deeplyNestedProgramIsBadAndHarmless() throws Exception {
        assertThat(imap.result("SEARCH " + "NOT ".repeat(10_000) + "ALL"))
                .startsWith("BAD SEARCH failed. At most");
        assertThat(imap.result("SEARCH " + "(".repeat(10_000))).startsWith("BAD SEARCH");
        assertThat(imap.result("SEARCH" + " OR ALL".repeat(5_000))).startsWith("BAD SEARCH");
        assertThat(imap.result("SEARCH" + " ALL".repeat(10_000))).startsWith("BAD SEARCH");
        assertThat(imap.ok("SEARCH " + "NOT ".repeat(150) + "SUBJECT beta"))
                .containsExactly("* SEARCH 1 4");
    }

    @Test
    void numbersStayAsAnnouncedWhileAnotherSessionExpunges() throws Exception {
        try (ImapConnection other = server.login(user)) {
            other.ok("SELECT box");
            other.ok("STORE 2 +FLAGS (\\Deleted)");
            other.ok("EXPUNGE");

            List<String> found = imap.ok("SEARCH TEXT tandem");
            assertThat(found).last().isEqualTo("* SEARCH 1 3 4");
            assertThat(found).noneMatch(line -> line.contains("EXPUNGE"));
            assertThat(imap.ok("UID SEARCH TEXT tandem"))
                    .containsSubsequence("* SEARCH 1 3 4", "* 2 EXPUNGE");
            assertThat(imap.ok("SEARCH TEXT tandem")).containsExactly("* SEARCH 1 2 3");
        }
    }

    @Test
    void aNewMessageIsAnnouncedAndFoundAtOnce() throws Exception {
        try (ImapConnection other = server.login(user)) {
            for (int number = 5; number < 15; number++) {
                other.append("box", "", "Subject: new\n\nneedle" + number + "\n");

                assertThat(imap.ok("SEARCH BODY needle" + number))
                        .containsSubsequence("* " + number + " EXISTS", "* SEARCH " + number);
            }
        }
    }

    @Test
    void searchNeedsASelectedMailbox() throws Exception {
        imap.ok("UNSELECT");

        assertThat(imap.result("SEARCH ALL")).startsWith("NO ");
        assertThat(imap.result("UID SEARCH ALL")).startsWith("NO ");
    }

    @Test
    void anEmptyMailboxIsSearched() throws Exception {
        imap.ok("CREATE empty");
        imap.ok("SELECT empty");

        assertThat(imap.ok("SEARCH ALL")).containsExactly("* SEARCH");
        assertThat(imap.ok("SEARCH 1:*")).containsExactly("* SEARCH");
        assertThat(imap.ok("UID SEARCH NOT UID *")).containsExactly("* SEARCH");
        assertThat(imap.ok("SEARCH TEXT x")).containsExactly("* SEARCH");
    }

    private void append(String date, String message) throws Exception {
        imap.append("box", date + " ", message);
    }
}
