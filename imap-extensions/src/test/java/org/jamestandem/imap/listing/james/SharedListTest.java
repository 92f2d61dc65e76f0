package org.jamestandem.imap.listing.james;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

/** LIST, LSUB and subscriptions over other people's mailboxes. */
class SharedListTest {
    private static final String CERVENY = "&AQw-erven&AP0-";

    /** What James gives everybody at the first login. */
    private static final int PROVIDED = 7;

    private static InProcessImap imap;
    private ImapConnection anna;
    private ImapConnection bob;

    @BeforeAll
    static void start() throws Exception {
        imap = InProcessImap.tandem();
    }

    @AfterAll
    static void stop() {
        imap.close();
    }

    @BeforeEach
    void connect() throws Exception {
        anna = imap.login("anna@tandem.example");
        bob = imap.login("bob@tandem.example");
        bob.ok("CREATE Mine");
        anna.ok("CREATE Team");
        anna.ok("CREATE Team.Old");
        anna.ok("CREATE Private");
        anna.ok("SETACL Team bob lr");
        anna.ok("SETACL Team.Old bob lrs");
    }

    @AfterEach
    void disconnect() throws Exception {
        for (String name : List.of("Team.Old", "Team", "Crew.Old", "Crew", "Private", CERVENY)) {
            anna.send("DELETEACL " + name + " owner");
            anna.send("DELETE " + name);
        }
        bob.ok("DELETE Mine");
        bob.send("UNSUBSCRIBE Mine");
        anna.close();
        bob.close();
    }

    private static String entry(String attributes, String name) {
        return "* LIST (%s) \".\" \"%s\"".formatted(attributes, name);
    }

    @Test
    void theNamespacesAreTold() throws Exception {
        assertThat(bob.ok("NAMESPACE"))
                .containsExactly("* NAMESPACE ((\"\" \".\")) ((\"#user.\" \".\")) NIL");
    }

    @Test
    void everythingIsListedAtOnce() throws Exception {
        assertThat(bob.ok("LIST \"\" *"))
                .hasSize(PROVIDED + 3)
                .contains(
                        entry("\\HasNoChildren", "Mine"),
                        entry("\\HasChildren", "#user.anna.Team"),
                        entry("\\HasNoChildren", "#user.anna.Team.Old"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$sales", "anyone", "authenticated"})
    void everyKindOfEntryIsListed(String identifier) throws Exception {
        anna.ok("SETACL Private " + identifier + " lr");

        assertThat(bob.ok("LIST \"\" #user.*"))
                .contains(entry("\\HasNoChildren", "#user.anna.Private"));
        anna.ok("SETACL Private -bob l");
        assertThat(bob.ok("LIST \"\" #user.*")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "\"\" %, \\Noselect \\HasChildren, #user",
        "\"\" #user.%, \\Noselect \\HasChildren, #user.anna",
        "#user. %, \\Noselect \\HasChildren, #user.anna",
        "\"\" #user.anna.%, \\HasChildren, #user.anna.Team",
        "#user.anna %Team, '', ''",
        "\"\" #user.anna.Team.Old, \\HasNoChildren, #user.anna.Team.Old"
    })
    void levelsAreListedWhereTheyAreAskedFor(String arguments, String attributes, String name)
            throws Exception {
        List<String> lines = bob.ok("LIST " + arguments);

        if (name.isEmpty()) {
            assertThat(lines).noneMatch(line -> line.contains("#user"));
        } else {
            assertThat(lines.stream().filter(line -> line.contains("#user")))
                    .containsExactly(entry(attributes, name));
        }
    }

    @Test
    void withoutLNothingIsListed() throws Exception {
        anna.ok("SETACL Team bob r");
        anna.ok("SETACL Team.Old bob \"\"");

        assertThat(bob.ok("LIST \"\" #user.*")).isEmpty();
    }

    @Test
    void rightsAndStatusComeWithTheNames() throws Exception {
        anna.append("Team", "", "Subject: one\n\nText\n");
        anna.ok("SETACL Team.Old bob l");

        assertThat(bob.ok("LIST \"\" #user.* RETURN (MYRIGHTS STATUS (MESSAGES))"))
                .containsExactly(
                        entry("\\HasChildren", "#user.anna.Team"),
                        "* MYRIGHTS \"#user.anna.Team\" \"lr\"",
                        "* STATUS \"#user.anna.Team\" (MESSAGES 1)",
                        entry("\\HasNoChildren", "#user.anna.Team.Old"),
                        "* MYRIGHTS \"#user.anna.Team.Old\" \"l\"");
    }

    @Test
    void anOwnersRightsAreThoseHeKept() throws Exception {
        anna.ok("SETACL Private owner -xte");
        anna.ok("SETACL Private -anyone w");

        assertThat(anna.ok("LIST \"\" * RETURN (MYRIGHTS)"))
                .contains(
                        "* MYRIGHTS \"Private\" \"lrsipkac\"",
                        "* MYRIGHTS \"Team\" \"lrswipkxteacd\"");
    }

    @Test
    void subscriptionsAreTheUsersOwn() throws Exception {
        bob.ok("SUBSCRIBE #user.anna.Team.Old");
        bob.ok("SUBSCRIBE Mine");

        assertThat(anna.ok("LSUB \"\" *")).hasSize(PROVIDED);
        assertThat(bob.ok("LSUB \"\" *"))
                .hasSize(PROVIDED + 2)
                .contains("* LSUB () \".\" \"#user.anna.Team.Old\"", "* LSUB () \".\" \"Mine\"");
        assertThat(bob.ok("LSUB \"\" #user.anna.%"))
                .containsExactly("* LSUB (\\Noselect) \".\" \"#user.anna.Team\"");
        assertThat(bob.ok("LIST (SUBSCRIBED) \"\" #user.*"))
                .containsExactly(entry("\\HasNoChildren \\Subscribed", "#user.anna.Team.Old"));
        assertThat(bob.ok("LIST (SUBSCRIBED RECURSIVEMATCH) \"\" #user.anna.%"))
                .containsExactly(
                        entry("\\HasChildren", "#user.anna.Team")
                                + " (\"CHILDINFO\" (\"SUBSCRIBED\"))");
        assertThat(bob.ok("LIST \"\" #user.* RETURN (SUBSCRIBED)"))
                .containsExactly(
                        entry("\\HasChildren", "#user.anna.Team"),
                        entry("\\HasNoChildren \\Subscribed", "#user.anna.Team.Old"));
        bob.ok("UNSUBSCRIBE #user.anna.Team.Old");
        assertThat(bob.ok("LSUB \"\" #*")).isEmpty();
    }

    @Test
    void whatMayNotBeLookedUpIsNotShownThoughItIsSubscribed() throws Exception {
        bob.ok("SUBSCRIBE #user.anna.Team");
        anna.ok("DELETEACL Team bob");

        assertThat(bob.ok("LSUB \"\" #user.*")).isEmpty();
        assertThat(bob.ok("LIST (SUBSCRIBED) \"\" #user.*")).isEmpty();
        bob.ok("UNSUBSCRIBE #user.anna.Team");
    }

    @Test
    void aRenamedMailboxIsListedByItsNewName() throws Exception {
        anna.ok("RENAME Team Crew");

        assertThat(bob.ok("LIST \"\" #user.*"))
                .containsExactly(
                        entry("\\HasChildren", "#user.anna.Crew"),
                        entry("\\HasNoChildren", "#user.anna.Crew.Old"));
        anna.ok("DELETE Crew.Old");
        assertThat(bob.ok("LIST \"\" #user.*"))
                .containsExactly(entry("\\HasNoChildren", "#user.anna.Crew"));
    }

    @Test
    void namesAreInModifiedUtf7() throws Exception {
        anna.ok("CREATE " + CERVENY);
        anna.ok("SETACL " + CERVENY + " bob l");

        assertThat(bob.ok("LIST \"\" #user.anna.&AQw-%"))
                .containsExactly(entry("\\HasNoChildren", "#user.anna.&AQw-erven&AP0-"));
    }

    @Test
    void nothingIsRemoteAndSpecialUsesAreTheOwners() throws Exception {
        anna.ok("SETACL Sent bob lr");

        assertThat(bob.ok("LIST (REMOTE) \"\" *")).hasSize(PROVIDED + 4);
        assertThat(bob.ok("LIST (SPECIAL-USE) \"\" #user.*")).isEmpty();
        assertThat(bob.ok("LIST \"\" #user.anna.Sent RETURN (SPECIAL-USE)"))
                .containsExactly(entry("\\HasNoChildren", "#user.anna.Sent"));
        anna.ok("DELETEACL Sent bob");
    }
}
