package org.jamestandem.imap.acl.james;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.james.core.Username;
import org.apache.james.events.EventBus;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.model.MailboxPath;
import org.jamestandem.imap.ImapConnection;
import org.jamestandem.imap.InProcessImap;
import org.jamestandem.imap.acl.Reason;
import org.jamestandem.imap.acl.Rights;
import org.jamestandem.kernel.tasks.Step;
import org.jamestandem.kernel.tasks.WorkOrder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an operator has decided for many mailboxes. */
class StandingEntriesTest {
    private static final Username ANNA = Username.of("anna@tandem.example");
    private static final Username BOB = Username.of("bob@tandem.example");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static InProcessImap imap;
    private ImapConnection anna;
    private ImapConnection bob;

    @BeforeAll
    static void start() throws Exception {
        imap =
                InProcessImap.tandemWithSettings(
                        """
                        <tandem><acl>
                          <override mailbox="*/Legal*" for="-anyone">xte</override>
                          <override mailbox="*/Legal*" for="$sales@tandem.example">lr</override>
                          <override mailbox="carol@tandem.example/Desk*" for="bob@tandem.example">lrs</override>
                          <default mailbox="*@tandem.example/Support*" for="bob@tandem.example">lr</default>
                        </acl></tandem>
                        """);
        imap.get(EventBus.class).register(imap.ours(FollowMailboxes.class));
    }

    @AfterAll
    static void stop() {
        imap.close();
    }

    @BeforeEach
    void connect() throws Exception {
        anna = imap.login(ANNA.asString());
        bob = imap.login(BOB.asString());
    }

    @AfterEach
    void disconnect() throws Exception {
        anna.close();
        bob.close();
    }

    private static String rights(ImapConnection user, String mailbox) throws Exception {
        return user.ok("MYRIGHTS " + mailbox).get(0).replaceFirst(".* \"(\\w*)\"", "$1");
    }

    @Test
    void whatAnOverrideTakesNobodyHasTheOwnerIncluded() throws Exception {
        anna.ok("CREATE Legal.One");
        anna.append("Legal.One", "", "Subject: x\n\nText\n");
        anna.ok("SETACL Legal.One bob lrte");

        assertThat(rights(anna, "Legal.One")).doesNotContain("x").doesNotContain("t");
        assertThat(rights(bob, "#user.anna.Legal.One")).isEqualTo("lr");
        anna.ok("SELECT Legal.One");
        assertThat(anna.result("STORE 1 +FLAGS (\\Deleted)")).startsWith("NO [NOPERM]");
        assertThat(anna.result("DELETE Legal.One")).startsWith("NO [NOPERM]");
    }

    @Test
    void whatAnOverrideGivesNoListTakesAway() throws Exception {
        anna.ok("CREATE Legal2");
        anna.ok("SETACL Legal2 -bob lr");

        assertThat(rights(bob, "#user.anna.Legal2")).isEqualTo("lr");
        bob.ok("SELECT #user.anna.Legal2");
        assertThat(bob.ok("LIST \"\" #user.anna.*")).anyMatch(line -> line.contains("Legal2"));
    }

    @Test
    void mailboxesOfAnOwnerWhomItNamesAreListed() throws Exception {
        try (ImapConnection carol = imap.login("carol@tandem.example")) {
            carol.ok("CREATE Desk");
            carol.ok("CREATE Private");
        }
        assertThat(bob.ok("LIST \"\" * RETURN (MYRIGHTS)"))
                .contains("* MYRIGHTS \"#user.carol.Desk\" \"lrs\"")
                .noneMatch(line -> line.contains("Private"));
        assertThat(anna.ok("LIST \"\" #user.carol.*")).isEmpty();
    }

    @Test
    void explainTellsOverridesApart() throws Exception {
        anna.ok("CREATE Legal3");
        AclAdministration.Explanation why =
                imap.ours(AclAdministration.class)
                        .explain(BOB, ANNA, "Legal3", Optional.empty())
                        .block(PATIENCE);

        assertThat(why.rights()).isEqualTo(Rights.parse("lr"));
        assertThat(why.reasons()).isEmpty();
        assertThat(why.overrides())
                .extracting(Reason::entry)
                .extracting(Object::toString)
                .containsExactly("$sales@tandem.example", "-anyone");
    }

    @Test
    void aNewMailboxStartsWithTheDefaultsAndThoseBelowTakeItsList() throws Exception {
        anna.ok("CREATE Support");
        anna.ok("CREATE Other");
        assertThat(anna.ok("GETACL Support").get(0)).contains("\"bob@tandem.example\" \"lr\"");
        assertThat(anna.ok("GETACL Other").get(0)).doesNotContain("bob");
        anna.ok("SETACL Support bob lrs");
        anna.ok("CREATE Support.Open");
        assertThat(anna.ok("GETACL Support.Open").get(0)).contains("\"lrs\"");
    }

    @Test
    void whatOthersThanUsMakeStartsWithThemToo() throws Exception {
        MailboxManager james = imap.get(MailboxManager.class);
        james.createMailbox(MailboxPath.forUser(ANNA, "Support2"), james.createSystemSession(ANNA));

        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(anna.ok("GETACL Support2").get(0))
                                        .contains("\"bob@tandem.example\" \"lr\""));
    }

    @Test
    void aListIsSpreadOverAllMailboxesBelow() throws Exception {
        anna.ok("CREATE Tree");
        anna.ok("CREATE Tree.A");
        anna.ok("CREATE Tree.A.B");
        anna.ok("CREATE Treetop");
        anna.ok("SETACL Tree.A $sales l");
        anna.ok("SETACL Tree bob lr");
        anna.ok("SETACL Tree -carol r");

        assertThat(spread(Optional.empty()))
                .extracting(Step::place)
                .containsExactly("Tree.A", "Tree.A.B");
        String entries = anna.ok("GETACL Tree").get(0).replace("\"Tree\"", "");
        for (String below : List.of("Tree.A", "Tree.A.B")) {
            assertThat(anna.ok("GETACL " + below).get(0).replace("\"" + below + "\"", ""))
                    .isEqualTo(entries);
        }
        assertThat(anna.ok("GETACL Treetop").get(0)).doesNotContain("bob");
        assertThat(spread(Optional.of("Tree.A")))
                .extracting(Step::counts)
                .containsExactly(Map.of("mailboxes", 1L, "changes", 0L));
    }

    private static List<Step> spread(Optional<String> after) throws Exception {
        WorkOrder order =
                new WorkOrder(
                        ListSpread.NAME,
                        Map.of(ListSpread.OWNER, ANNA.asString(), ListSpread.MAILBOX, "Tree"));
        return imap.ours(ListSpread.class).run(order, after).collectList().block(PATIENCE);
    }
}
