package org.jamestandem.imap.search.james;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jamestandem.imap.ImapConnection;
import org.jamestandem.imap.InProcessImap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManyCommandTest {
    private InProcessImap server;
    private ImapConnection imap;

    @BeforeEach
    void start() throws Exception {
        server = InProcessImap.tandem();
        imap = server.login("anna");
        for (String mailbox :
                List.of("work", "work.plans", "work.plans.old", "workshop", "empty")) {
            imap.ok("CREATE " + mailbox);
        }
        for (String mailbox :
                List.of("INBOX", "work", "work.plans", "work.plans.old", "workshop")) {
            imap.append(mailbox, "", "Subject: needle\n\nin " + mailbox + "\n");
            imap.append(mailbox, "(\\Flagged) ", "Subject: other\n\nin " + mailbox + "\n");
        }
    }

    @AfterEach
    void stop() throws Exception {
        imap.close();
        server.close();
    }

    private List<String> mailboxes(String arguments) throws Exception {
        return imap.ok("ESEARCH " + arguments).stream()
                .filter(line -> line.startsWith("* ESEARCH"))
                .map(line -> line.replaceAll(".* MAILBOX \"([^\"]*)\" .*", "$1"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "IN (mailboxes \"work\") | work",
                "IN (mailboxes (workshop INBOX work)) | workshop INBOX work",
                "IN (subtree work) | work work.plans work.plans.old",
                "IN (subtree-one work) | work work.plans",
                "IN (mailboxes work subtree-one work) | work work.plans",
                "IN (mailboxes (work nowhere #public.x)) | work",
                "in (Subtree (work.plans workshop)) return () | work.plans work.plans.old workshop"
            })
    void sourcesSayWhichMailboxesAreSearched(String arguments, String expected) throws Exception {
        assertThat(mailboxes(arguments + " SUBJECT needle")).containsExactly(expected.split(" "));
    }

    @Test
    void personalMailboxesAreAllOfThem() throws Exception {
        assertThat(mailboxes("IN (personal) SUBJECT needle"))
                .containsExactlyInAnyOrder(
                        "INBOX", "work", "work.plans", "work.plans.old", "workshop");
        assertThat(mailboxes("IN (inboxes) SUBJECT needle")).hasSize(5);
        imap.ok("SUBSCRIBE workshop");
        assertThat(mailboxes("IN (subscribed) SUBJECT needle")).contains("workshop");
    }

    @Test
    void mailboxesOfOthersAreSearchedAsFarAsTheyAreShared() throws Exception {
        try (ImapConnection anna = server.login("anna@tandem.example");
                ImapConnection bob = server.login("bob@tandem.example")) {
            for (String mailbox : List.of("work", "work.plans", "work.plans.old", "workshop")) {
                anna.ok("CREATE " + mailbox);
                anna.append(mailbox, "", "Subject: needle\n\nshared\n");
            }
            anna.ok("SETACL work bob lr");
            anna.ok("SETACL work.plans bob l");
            anna.ok("SETACL work.plans.old bob lr");
            assertThat(
                            bob.ok(
                                    "ESEARCH IN (mailboxes (#user.anna.work #user.anna.work.plans))"
                                            + " SUBJECT needle"))
                    .singleElement()
                    .asString()
                    .contains("MAILBOX \"#user.anna.work\"");
            assertThat(bob.ok("ESEARCH IN (subtree #user.anna.work) RETURN (COUNT) ALL"))
                    .hasSize(2)
                    .anyMatch(line -> line.contains("\"#user.anna.work.plans.old\""));
            assertThat(bob.ok("ESEARCH IN (subtree-one #user.anna.work) ALL")).hasSize(1);
            assertThat(bob.ok("ESEARCH IN (mailboxes #user.anna.workshop) ALL")).isEmpty();
            bob.ok("SUBSCRIBE #user.anna.work");
            assertThat(bob.ok("ESEARCH IN (subscribed) SUBJECT needle"))
                    .anyMatch(line -> line.contains("MAILBOX \"#user.anna.work\""));
        }
    }

    @Test
    void theAnswerNamesTheMailboxAndUniqueIdentifiers() throws Exception {
        imap.append("work", "", "Subject: needle\n\nagain\n");

        assertThat(imap.ok("ESEARCH IN (mailboxes work) RETURN (MIN MAX COUNT) SUBJECT needle"))
                .singleElement()
                .asString()
                .matches(
                        "\\* ESEARCH \\(TAG \"a\\d+\" MAILBOX \"work\" UIDVALIDITY \\d+\\) UID"
                                + " MIN 1 MAX 3 COUNT 2");
        assertThat(imap.ok("ESEARCH IN (mailboxes work) CHARSET UTF-8 BODY \"in work\"").get(0))
                .endsWith(" UID ALL 1:2");
        assertThat(imap.ok("ESEARCH IN (mailboxes work) 2:* FLAGGED").get(0))
                .endsWith(" UID ALL 2");
        assertThat(imap.ok("ESEARCH IN (mailboxes work) RETURN (COUNT) SUBJECT nothing")).isEmpty();
        assertThat(imap.ok("ESEARCH IN (mailboxes work) RETURN (MAX) MODSEQ 1").get(0))
                .matches(".* UID MAX 3 MODSEQ \\d+");
    }

    @Test
    void theSelectedMailboxIsSearchedAsTheSessionSeesIt() throws Exception {
        assertThat(imap.result("ESEARCH SUBJECT needle")).startsWith("BAD");
        assertThat(imap.result("ESEARCH IN (selected) ALL")).startsWith("BAD");
        imap.ok("SELECT work");

        assertThat(mailboxes("SUBJECT needle")).containsExactly("work");
        assertThat(mailboxes("IN (selected mailboxes workshop) RETURN (COUNT) ALL"))
                .containsExactly("work", "workshop");
        assertThat(imap.ok("ESEARCH RETURN (SAVE) SUBJECT needle")).isEmpty();
        assertThat(imap.ok("SEARCH $")).containsExactly("* SEARCH 1");
        assertThat(imap.result("ESEARCH IN (mailboxes work) RETURN (SAVE) ALL")).startsWith("BAD");
        assertThat(imap.ok("SEARCH $")).containsExactly("* SEARCH 1");
        imap.ok("ESEARCH IN (selected) RETURN (SAVE COUNT) SUBJECT nothing");
        assertThat(imap.ok("SEARCH $")).containsExactly("* SEARCH");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "IN ALL",
                "IN () ALL",
                "IN (everywhere) ALL",
                "IN (selected-delayed) ALL",
                "IN (mailboxes) ALL",
                "IN (mailboxes (work) ALL",
                "IN (personal)",
                "IN (personal) RETURN (COLOUR) ALL",
                "IN (personal) NONSENSE"
            })
    void malformedCommandIsBad(String arguments) throws Exception {
        assertThat(imap.result("ESEARCH " + arguments)).startsWith("BAD ");
        imap.ok("NOOP");
    }

    @Test
    void unknownCharsetIsRefused() throws Exception {
        assertThat(imap.result("ESEARCH IN (personal) CHARSET X-UNKNOWN ALL"))
                .startsWith("NO [BADCHARSET (");
        assertThat(imap.ok("CAPABILITY").get(0)).contains(" MULTISEARCH");
    }
}
