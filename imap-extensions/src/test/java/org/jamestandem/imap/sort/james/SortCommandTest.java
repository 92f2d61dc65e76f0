package org.jamestandem.imap.sort.james;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SortCommandTest {
    private static final AtomicInteger USERS = new AtomicInteger();
    private static InProcessImap server;

    private String user;
    private ImapConnection imap;

    @BeforeAll
    static void start() throws Exception {
        server = InProcessImap.tandem();
    }

    @AfterAll
    static void stop() {
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
                Subject: Re: beta

                the longest body of them all, by far and away
                """);
        append(
                "\"04-Jan-2024 10:00:00 +0000\"",
                """
                Date: Mon, 1 Jan 2024 10:30:00 +0100
                From: anna@tandem.example
                To: bob@tandem.example
                Subject: =?utf-8?q?=C4=8Cesky?=

                short
                """);
        append(
                "\"03-Jan-2024 10:00:00 +0000\"",
                """
                From: Bob@tandem.example
                Cc: alice@tandem.example
                Subject: [list] ALPHA (fwd)

                medium length
                """);
        append(
                "\"02-Jan-2024 10:00:00 +0000\"",
                """
                Date: Tue, 2 Jan 2024 23:00:00 -0800
                From: bob@tandem.example
                To: Adam@tandem.example
                Subject: beta

                medium length
                """);
        imap.ok("SELECT box");
    }

    @AfterEach
    void disconnect() throws Exception {
        imap.close();
    }

    @Test
    void sortIsAdvertised() throws Exception {
        assertThat(imap.ok("CAPABILITY").get(0)).contains(" SORT", " SORT=DISPLAY", " ESORT");
    }

    @ParameterizedTest
    @CsvSource({
        "ARRIVAL, 4 3 2 1",
        "REVERSE ARRIVAL, 1 2 3 4",
        "CC, 2 4 3 1",
        "DATE, 2 1 4 3",
        "REVERSE DATE, 3 4 1 2",
        "FROM, 2 3 4 1",
        "REVERSE FROM, 1 3 4 2",
        "SIZE, 3 4 2 1",
        "SUBJECT, 3 1 4 2",
        "REVERSE SUBJECT, 2 1 4 3",
        "TO, 3 4 2 1",
        "SUBJECT ARRIVAL, 3 4 1 2",
        "reverse subject reverse arrival, 2 1 4 3",
        "FROM REVERSE DATE, 2 3 4 1",
        "DISPLAYFROM, 2 3 4 1",
        "REVERSE DISPLAYTO, 1 2 4 3"
    })
    void everyKeyOrdersBySequenceNumber(String program, String numbers) throws Exception {
        assertThat(imap.ok("SORT (" + program + ") UTF-8 ALL"))
                .containsExactly("* SORT " + numbers);
    }

    @Test
    void uidSortAnswersWithUniqueIdentifiers() throws Exception {
        imap.ok("STORE 1 +FLAGS (\\Deleted)");
        imap.ok("EXPUNGE");

        assertThat(imap.ok("UID SORT (ARRIVAL) US-ASCII ALL")).containsExactly("* SORT 4 3 2");
        assertThat(imap.ok("SORT (ARRIVAL) US-ASCII ALL")).containsExactly("* SORT 3 2 1");
    }

    @Test
    void onlyWhatTheProgramFindsIsSorted() throws Exception {
        imap.ok("STORE 2:3 +FLAGS (\\Flagged)");

        assertThat(imap.ok("SORT (SUBJECT) UTF-8 FLAGGED")).containsExactly("* SORT 3 2");
        assertThat(imap.ok("SORT (SUBJECT) UTF-8 SUBJECT beta SINCE 3-Jan-2024"))
                .containsExactly("* SORT 1");
        assertThat(imap.ok("SORT (SUBJECT) UTF-8 OR 2 (NOT FLAGGED NOT 4)"))
                .containsExactly("* SORT 1 2");
        assertThat(imap.ok("SORT (REVERSE ARRIVAL) UTF-8 UID 3:*")).containsExactly("* SORT 3 4");
    }

    /** RFC 5267 §3.1: first and last are those of the order asked for. */
    @Test
    void extendedSortTellsWhatWasAskedFor() throws Exception {
        assertThat(imap.ok("SORT RETURN () (ARRIVAL) UTF-8 ALL"))
                .singleElement()
                .asString()
                .matches("\\* ESEARCH \\(TAG \"a\\d+\"\\) ALL 4,3,2,1");
        assertThat(imap.ok("UID SORT RETURN (MIN MAX COUNT ALL) (REVERSE ARRIVAL) UTF-8 2:4"))
                .first()
                .asString()
                .endsWith(" UID MIN 2 MAX 4 COUNT 3 ALL 2:4");
        assertThat(imap.ok("SORT RETURN (COUNT MIN) (ARRIVAL) UTF-8 SUBJECT nothing"))
                .first()
                .asString()
                .endsWith(") COUNT 0");
        assertThat(imap.ok("SORT RETURN (SAVE) (ARRIVAL) UTF-8 FROM bob")).isEmpty();
        assertThat(imap.ok("SEARCH $")).containsExactly("* SEARCH 3 4");
        assertThat(imap.result("SORT RETURN (COLOUR) (ARRIVAL) UTF-8 ALL")).startsWith("BAD");
    }

    @Test
    void nothingFoundIsAnEmptyResponse() throws Exception {
        assertThat(imap.ok("SORT (SUBJECT) US-ASCII TEXT \"not in mailbox\""))
                .containsExactly("* SORT");
    }

    @Test
    void stringsAreReadInTheCharsetGiven() throws Exception {
        assertThat(imap.ok("SORT (DATE) UTF-8 SUBJECT \"\u00c4\u008ces\""))
                .containsExactly("* SORT 2");
        assertThat(imap.ok("SORT (DATE) \"iso-8859-2\" SUBJECT {3+}\r\n\u00c8es"))
                .containsExactly("* SORT 2");
    }

    @Test
    void unknownCharsetIsRefusedWithThoseThatAreKnown() throws Exception {
        assertThat(imap.result("SORT (SUBJECT) X-UNKNOWN SUBJECT {3+}\r\nabc"))
                .startsWith("NO [BADCHARSET (")
                .contains(" UTF-8 ", " US-ASCII ", "SORT failed");
        assertThat(imap.result("UID SORT (SUBJECT) X-UNKNOWN ALL")).startsWith("NO [BADCHARSET (");
        imap.ok("NOOP");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "UTF-8 ALL",
                "() UTF-8 ALL",
                "(SUBJECT) UTF-8",
                "(SUBJECT)",
                "(COLOUR) UTF-8 ALL",
                "(REVERSE) UTF-8 ALL",
                "(REVERSE REVERSE DATE) UTF-8 ALL",
                "(SUBJECT UTF-8 ALL",
                "(SUBJECT) UTF-8 NONSENSE",
                "(SUBJECT) UTF-8 ()",
                "(SUBJECT) UTF-8 (ALL",
                "(SUBJECT) UTF-8 NOT",
                "(SUBJECT) UTF-8 LARGER x"
            })
    void malformedCommandIsBad(String arguments) throws Exception {
        assertThat(imap.result("SORT " + arguments)).startsWith("BAD SORT failed");
        assertThat(imap.result("UID SORT " + arguments)).startsWith("BAD SORT failed");
        imap.ok("NOOP");
    }

    @Test
    void sortNeedsASelectedMailbox() throws Exception {
        imap.ok("UNSELECT");

        assertThat(imap.result("SORT (SUBJECT) UTF-8 ALL")).startsWith("NO ");
        assertThat(imap.result("UID SORT (SUBJECT) UTF-8 ALL")).startsWith("NO ");
    }

    @Test
    void deeplyNestedProgramIsBadAndHarmless() throws Exception {
        assertThat(imap.result("SORT (DATE) UTF-8 " + "NOT ".repeat(10_000) + "ALL"))
                .startsWith("BAD SORT failed. At most");
        assertThat(imap.result("SORT (DATE) UTF-8 " + "(".repeat(10_000))).startsWith("BAD SORT");
        assertThat(imap.result("SORT (DATE) UTF-8" + " ALL".repeat(10_000))).startsWith("BAD SORT");
        assertThat(imap.ok("SORT (ARRIVAL) UTF-8 " + "NOT ".repeat(150) + "ALL"))
                .containsExactly("* SORT 4 3 2 1");
    }

    @Test
    void modSeqCriterionAddsTheHighestAndTurnsCondstoreOn() throws Exception {
        List<String> lines = imap.ok("SORT (ARRIVAL) UTF-8 MODSEQ 1");
        assertThat(lines).first().asString().startsWith("* OK [HIGHESTMODSEQ ");
        assertThat(lines).last().asString().matches("\\* SORT 4 3 2 1 \\(MODSEQ \\d+\\)");

        imap.ok("STORE 2 +FLAGS (\\Flagged)");
        String highest =
                imap.ok("SORT (ARRIVAL) UTF-8 MODSEQ \"/flags/\\\\flagged\" all 1 2:3").get(0);
        assertThat(highest).matches("\\* SORT 3 2 \\(MODSEQ \\d+\\)");
        assertThat(imap.ok("SORT (ARRIVAL) UTF-8 MODSEQ 999999")).containsExactly("* SORT");
        assertThat(imap.ok("SORT (ARRIVAL) UTF-8 ALL")).containsExactly("* SORT 4 3 2 1");
    }

    @Test
    void savedResultCanBeUsed() throws Exception {
        imap.ok("SEARCH RETURN (SAVE) 2,4");

        assertThat(imap.ok("SORT (ARRIVAL) UTF-8 $")).containsExactly("* SORT 4 2");
        assertThat(imap.ok("SORT (ARRIVAL) UTF-8 NOT $")).containsExactly("* SORT 3 1");
        assertThat(imap.ok("UID SORT (ARRIVAL) UTF-8 UID $ 3:4")).containsExactly("* SORT 4");
    }

    @Test
    void numbersStayAsAnnouncedWhileAnotherSessionExpunges() throws Exception {
        try (ImapConnection other = server.login(user)) {
            other.ok("SELECT box");
            other.ok("STORE 2 +FLAGS (\\Deleted)");
            other.ok("EXPUNGE");

            List<String> sorted = imap.ok("SORT (ARRIVAL) UTF-8 ALL");
            assertThat(sorted).last().isEqualTo("* SORT 4 3 1");
            assertThat(sorted).noneMatch(line -> line.contains("EXPUNGE"));

            assertThat(imap.ok("UID SORT (ARRIVAL) UTF-8 ALL"))
                    .containsSubsequence("* SORT 4 3 1", "* 2 EXPUNGE");
            assertThat(imap.ok("SORT (ARRIVAL) UTF-8 ALL")).containsExactly("* SORT 3 2 1");
        }
    }

    @Test
    void newMessageIsAnnouncedBeforeItsNumberIsUsed() throws Exception {
        try (ImapConnection other = server.login(user)) {
            other.append("box", "\"01-Jan-2024 10:00:00 +0000\" ", "Subject: new\n\nnew\n");

            assertThat(imap.ok("SORT (ARRIVAL) UTF-8 ALL"))
                    .containsSubsequence("* 5 EXISTS", "* SORT 5 4 3 2 1");
        }
    }

    @Test
    void emptyMailboxIsSorted() throws Exception {
        imap.ok("CREATE empty");
        imap.ok("SELECT empty");

        assertThat(imap.ok("SORT (SUBJECT) UTF-8 ALL")).containsExactly("* SORT");
        assertThat(imap.ok("SORT (SUBJECT) UTF-8 1:*")).containsExactly("* SORT");
        assertThat(imap.ok("UID SORT (SUBJECT) UTF-8 NOT UID *")).containsExactly("* SORT");
    }

    private void append(String date, String message) throws Exception {
        imap.append("box", date + " ", message);
    }
}
