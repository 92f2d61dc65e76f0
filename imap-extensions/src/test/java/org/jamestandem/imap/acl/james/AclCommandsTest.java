package org.jamestandem.imap.acl.james;

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

class AclCommandsTest {
    private static final String ALL = "lrswipkxteacd";
    private static final String NOT_FOUND = "NO [NONEXISTENT] %s Mailbox not found.";

    private static InProcessImap imap;
    private static int mailboxes;
    private ImapConnection anna;
    private String mailbox;

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
        mailbox = "Sales" + ++mailboxes;
        anna.ok("CREATE " + mailbox);
    }

    @AfterEach
    void disconnect() throws Exception {
        anna.close();
    }

    @Test
    void theExtraRightsAreAnnouncedInLowerCase() throws Exception {
        List<String> capabilities = List.of(anna.ok("CAPABILITY").get(0).split(" "));

        assertThat(capabilities).contains("ACL", "RIGHTS=texk");
    }

    @Test
    void aNewMailboxIsTheOwnersAlone() throws Exception {
        assertThat(anna.ok("GETACL " + mailbox)).containsExactly(acl("owner", ALL));
        assertThat(anna.ok("MYRIGHTS " + mailbox)).containsExactly(myRights(ALL));
    }

    @Test
    void rightsAreSetAddedToAndTakenFrom() throws Exception {
        anna.ok("SETACL " + mailbox + " bob@tandem.example lrs");
        anna.ok("SETACL " + mailbox + " bob@tandem.example +wi");
        anna.ok("SETACL " + mailbox + " bob@tandem.example -s");

        assertThat(anna.ok("GETACL " + mailbox))
                .containsExactly(acl("owner", ALL, "bob@tandem.example", "lrwi"));
    }

    @Test
    void obsoleteRightsAreReadAndShown() throws Exception {
        anna.ok("SETACL " + mailbox + " bob@tandem.example lrswida");

        assertThat(anna.ok("GETACL " + mailbox))
                .containsExactly(acl("owner", ALL, "bob@tandem.example", "lrswitead"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anyone",
                "authenticated",
                "bob@tandem.example",
                "$sales@tandem.example",
                "-bob@tandem.example",
                "-anyone",
                "-$sales@tandem.example"
            })
    void everyKindOfIdentifierIsGrantedShownAndDeleted(String identifier) throws Exception {
        anna.ok("SETACL " + mailbox + " " + identifier + " lr");
        assertThat(anna.ok("GETACL " + mailbox))
                .containsExactly(acl("owner", ALL, identifier, "lr"));
        assertThat(anna.ok("SELECT " + mailbox)).isNotEmpty();

        anna.ok("DELETEACL " + mailbox + " " + identifier);
        assertThat(anna.ok("GETACL " + mailbox)).containsExactly(acl("owner", ALL));
    }

    @ParameterizedTest
    @CsvSource({"bob, bob@tandem.example", "$Sales, $sales@tandem.example", "ANYONE, anyone"})
    void aShortNameIsShownInFull(String written, String shown) throws Exception {
        anna.ok("SETACL " + mailbox + " " + written + " lr");

        assertThat(anna.ok("GETACL " + mailbox)).containsExactly(acl("owner", ALL, shown, "lr"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna", "anna@tandem.example", "owner"})
    void theOwnerMayGiveUpRightsAndTakeThemBack(String owner) throws Exception {
        anna.ok("SETACL " + mailbox + " " + owner + " -xte");
        assertThat(anna.ok("MYRIGHTS " + mailbox)).containsExactly(myRights("lrswipkac"));
        assertThat(anna.ok("GETACL " + mailbox)).containsExactly(acl("owner", "lrswipkac"));

        anna.ok("DELETEACL " + mailbox + " " + owner);
        assertThat(anna.ok("MYRIGHTS " + mailbox)).containsExactly(myRights(ALL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"owner \"\"", "-owner lrswipkxtea", "-anyone lrswipkxtea"})
    void theOwnerIsNeverLockedOut(String change) throws Exception {
        anna.ok("SETACL " + mailbox + " " + change);

        assertThat(anna.ok("MYRIGHTS " + mailbox)).containsExactly(myRights("lra"));
        anna.ok("GETACL " + mailbox);
        anna.ok("EXAMINE " + mailbox);
    }

    @Test
    void listRightsNamesWhatIsRequiredFirst() throws Exception {
        assertThat(anna.ok("LISTRIGHTS " + mailbox + " anyone"))
                .containsExactly(
                        "* LISTRIGHTS \"%s\" \"anyone\" \"\" \"l\" \"r\" \"s\" \"w\" \"i\" \"p\""
                                        .formatted(mailbox)
                                + " \"k\" \"x\" \"t\" \"e\" \"a\" \"c\" \"d\"");
    }

    @Test
    void listRightsGivesTheIdentifierBackAsItCame() throws Exception {
        assertThat(anna.ok("LISTRIGHTS " + mailbox + " \"Anna\""))
                .containsExactly(
                        "* LISTRIGHTS \"%s\" \"Anna\" \"lra\" \"s\" \"w\" \"i\" \"p\""
                                        .formatted(mailbox)
                                + " \"k\" \"x\" \"t\" \"e\" \"c\" \"d\"");
    }

    @ParameterizedTest
    @CsvSource({
        "nobody lr, There is no user nobody@tandem.example",
        "anybody lr, There is no user anybody@tandem.example",
        "$nobody lr, There is no group nobody@tandem.example",
        "$bob lr, There is no group bob@tandem.example",
        "bob@elsewhere.example lr, Sharing with another domain is not allowed here",
        "a@b@c lr, Sharing with another domain is not allowed here"
    })
    void anIdentifierThatMeansNobodyIsRefused(String arguments, String text) throws Exception {
        assertThat(anna.result("SETACL " + mailbox + " " + arguments))
                .isEqualTo("NO [CANNOT] SETACL " + text);
        assertThat(anna.ok("GETACL " + mailbox)).containsExactly(acl("owner", ALL));
    }

    @ParameterizedTest
    @CsvSource({
        "bob lrQ, Uppercase rights are not allowed",
        "bob lrq, The q right is not supported",
        "bob +-l, The - right is not supported",
        "$ lr, The identifier has no name",
        "-- lr, The name must not start with '-'"
    })
    void whatIsNoIdentifierOrNoRightIsBad(String arguments, String text) throws Exception {
        assertThat(anna.result("SETACL " + mailbox + " " + arguments))
                .isEqualTo("BAD SETACL " + text);
        assertThat(anna.ok("GETACL " + mailbox)).containsExactly(acl("owner", ALL));
    }

    @Test
    void deletingAnEntryThatIsNotThereChangesNothing() throws Exception {
        anna.ok("DELETEACL " + mailbox + " nobody@elsewhere.example");

        assertThat(anna.ok("GETACL " + mailbox)).containsExactly(acl("owner", ALL));
    }

    @ParameterizedTest
    @CsvSource({
        "SETACL, ' bob lr'",
        "DELETEACL, ' bob'",
        "GETACL, ''",
        "LISTRIGHTS, ' bob'",
        "MYRIGHTS, ''"
    })
    void aMailboxThatIsNotThereIsNotFound(String command, String arguments) throws Exception {
        for (String name : List.of("Nowhere", "#shared.Nowhere", "#user.bob.Nowhere")) {
            assertThat(anna.result(command + " " + name + arguments))
                    .isEqualTo(NOT_FOUND.formatted(command));
        }
    }

    @Test
    void aDeletedMailboxTakesItsListAlong() throws Exception {
        anna.ok("SETACL " + mailbox + " bob lr");
        anna.ok("DELETE " + mailbox);
        anna.ok("CREATE " + mailbox);

        assertThat(anna.ok("GETACL " + mailbox)).containsExactly(acl("owner", ALL));
    }

    @Test
    void aRenamedMailboxKeepsItsList() throws Exception {
        anna.ok("SETACL " + mailbox + " anyone lr");
        anna.ok("RENAME " + mailbox + " Renamed" + mailbox);
        mailbox = "Renamed" + mailbox;

        assertThat(anna.ok("GETACL " + mailbox)).containsExactly(acl("owner", ALL, "anyone", "lr"));
    }

    @Test
    void listReturnsMyRightsWithTheObsoleteOnes() throws Exception {
        assertThat(anna.ok("LIST \"\" " + mailbox + " RETURN (MYRIGHTS)")).contains(myRights(ALL));
    }

    private String acl(String... entries) {
        return "* ACL \"" + mailbox + "\" \"" + String.join("\" \"", entries) + "\"";
    }

    private String myRights(String rights) {
        return "* MYRIGHTS \"" + mailbox + "\" \"" + rights + "\"";
    }
}
