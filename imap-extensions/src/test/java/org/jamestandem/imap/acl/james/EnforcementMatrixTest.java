package org.jamestandem.imap.acl.james;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jamestandem.imap.ImapConnection;
import org.jamestandem.imap.InProcessImap;
import org.jamestandem.imap.acl.Right;
import org.jamestandem.imap.acl.Rights;
import org.jamestandem.testkit.ProjectFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command against every single right (RFC 4314 §4), given and taken in every way. */
class EnforcementMatrixTest {
    private static final String ANY = "any";
    private static final String ANNOTATE = "annotate";
    private static final List<String> GIVERS = List.of("bob", "$sales", "anyone", "authenticated");
    private static final List<String> TAKERS =
            List.of("-bob", "-$sales", "-anyone", "-authenticated");

    private static InProcessImap imap;
    private static ImapConnection anna;
    private static ImapConnection bob;
    private static int mailboxes;

    /**
     * A command and the rights it needs.
     *
     * @param text {@code %1$s} is the mailbox, {@code %2$s} a new name below it
     * @param needs all of these; {@value ANY} for one of those that RFC 4314 lets do MYRIGHTS,
     *     {@value ANNOTATE} for {@code l} and one of those that RFC 5464 §3.3 names
     * @param selected whether it works on the selected mailbox
     */
    private record Command(String text, String needs, boolean selected) {
        static Command on(String text, String needs) {
            return new Command(text, needs, false);
        }

        static Command in(String text, String needs) {
            return new Command(text, needs, true);
        }

        boolean allowedWith(Rights rights) {
            return switch (needs) {
                case ANY -> rights.containsAny(Rights.parse("lrikxa"));
                case ANNOTATE ->
                        rights.contains(Right.LOOKUP) && rights.containsAny(Rights.parse("rswip"));
                default -> rights.members().containsAll(Rights.parse(needs).members());
            };
        }

        String full() {
            return needs.equals(ANY) || needs.equals(ANNOTATE) ? "lr" : "lr" + needs;
        }

        /** Without one of these it is always refused. */
        String indispensable() {
            return switch (needs) {
                case ANY -> "";
                case ANNOTATE -> "l";
                default -> needs;
            };
        }

        /** Without all of these it is refused. */
        String everyNeeded() {
            return switch (needs) {
                case ANY -> "lrikxa";
                case ANNOTATE -> "rswip";
                default -> needs;
            };
        }

        String verb() {
            return text.replaceFirst("^UID ", "").replaceFirst("(?s) .*", "");
        }

        @Override
        public String toString() {
            return text;
        }
    }

    static Stream<Command> commands() {
        return Stream.of(
                Command.on("SUBSCRIBE %1$s", "l"),
                Command.on("STATUS %1$s (MESSAGES)", "r"),
                Command.on("SELECT %1$s", "r"),
                Command.on("EXAMINE %1$s", "r"),
                Command.on("GETQUOTAROOT %1$s", "r"),
                Command.on("CREATE %2$s", "k"),
                Command.on("DELETE %1$s", "x"),
                Command.on("RENAME %1$s %2$s", "kx"),
                Command.on("APPEND %1$s {4+}\r\na: b", "i"),
                Command.on("SETACL %1$s carol l", "la"),
                Command.on("DELETEACL %1$s carol", "la"),
                Command.on("GETACL %1$s", "la"),
                Command.on("LISTRIGHTS %1$s carol", "la"),
                Command.on("MYRIGHTS %1$s", ANY),
                Command.on("GETMETADATA %1$s /shared/comment", ANNOTATE),
                Command.on("SETMETADATA %1$s (/shared/comment \"hers\")", ANNOTATE),
                Command.on("SETMETADATA %1$s (/private/comment \"mine\")", ANNOTATE),
                Command.in("FETCH 1 FLAGS", "r"),
                Command.in("UID FETCH 1 BODY.PEEK[]", "r"),
                Command.in("SEARCH ALL", "r"),
                Command.in("UID SEARCH SUBJECT one", "r"),
                Command.in("SORT (DATE) UTF-8 ALL", "r"),
                Command.in("COPY 1 INBOX", "r"),
                Command.in("MOVE 1 INBOX", "rte"),
                Command.in("STORE 1 +FLAGS (\\Seen)", "s"),
                Command.in("STORE 1 +FLAGS (\\Deleted)", "t"),
                Command.in("STORE 1 +FLAGS (\\Flagged $Keyword)", "w"),
                Command.in("EXPUNGE", "e"),
                Command.in("UID EXPUNGE 1:*", "e"));
    }

    @BeforeAll
    static void start() throws Exception {
        imap = InProcessImap.tandem();
        anna = imap.login("anna@tandem.example");
        bob = imap.login("bob@tandem.example");
        bob.append("INBOX", "", "Subject: mine\n\nText\n");
    }

    @AfterAll
    static void stop() throws Exception {
        anna.close();
        bob.close();
        imap.close();
    }

    /** A new mailbox of anna with two messages; bob may do nothing with it. */
    private static String mailbox() throws IOException {
        String name = "M" + ++mailboxes;
        anna.ok("CREATE " + name);
        anna.append(name, "(\\Deleted)", "Subject: one\n\nText\n");
        anna.append(name, "", "Subject: two\n\nText\n");
        return name;
    }

    /** Has bob select it while he may. */
    private static void prepare(Command command, String mailbox) throws IOException {
        if (command.selected()) {
            anna.ok("SETACL " + mailbox + " bob lr");
            bob.ok("SELECT #user.anna." + mailbox);
            anna.ok("DELETEACL " + mailbox + " bob");
        }
    }

    private static String result(Command command, String mailbox) throws IOException {
        String shared = "#user.anna." + mailbox;
        String result = bob.result(command.text().formatted(shared, shared + ".New"));
        anna.send("DELETE " + mailbox + ".New");
        anna.send("DELETE " + mailbox);
        return result;
    }

    private static void grant(String mailbox, String identifier, String rights) throws IOException {
        anna.ok("SETACL " + mailbox + " " + identifier + " \"" + rights + "\"");
    }

    private static void expect(Command command, Rights held, String result) {
        String told = "%s with '%s'".formatted(command, held);
        if (command.allowedWith(held)) {
            assertThat(result).as(told).startsWith("OK");
        } else if (command.selected() || held.contains(Right.LOOKUP)) {
            assertThat(result).as(told).startsWith("NO [NOPERM] " + command.verb());
        } else {
            assertThat(result).as(told).startsWith("NO [NONEXISTENT] " + command.verb());
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void eachSingleRightDoesWhatTheRfcSaysAndNoMore(Command command) throws Exception {
        for (Right right : Right.values()) {
            for (String base : command.selected() ? List.of("", "lr") : List.of("", "l")) {
                String mailbox = mailbox();
                Rights held = Rights.parse(base).plus(Rights.of(right));
                prepare(command, mailbox);
                grant(mailbox, "bob", held.letters());

                expect(command, held, result(command, mailbox));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void allRightsButThoseNeededAreNotEnough(Command command) throws Exception {
        for (char needed : command.indispensable().toCharArray()) {
            String mailbox = mailbox();
            Rights held = Rights.ALL.minus(Rights.parse(String.valueOf(needed)));
            prepare(command, mailbox);
            grant(mailbox, "bob", held.letters());

            expect(command, held, result(command, mailbox));
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void itDoesNotMatterThroughWhichEntryARightIsHeld(Command command) throws Exception {
        for (String giver : GIVERS) {
            String mailbox = mailbox();
            prepare(command, mailbox);
            grant(mailbox, giver, command.full());

            assertThat(result(command, mailbox)).as("%s by %s", command, giver).startsWith("OK");
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aNegativeEntryTakesTheRightWhoeverGaveIt(Command command) throws Exception {
        Rights taken = Rights.parse(command.everyNeeded());
        for (String taker : TAKERS) {
            String mailbox = mailbox();
            prepare(command, mailbox);
            grant(mailbox, "anyone", "lr" + taken.letters());
            grant(mailbox, taker, taken.letters());

            expect(command, Rights.parse("lr").plus(taken).minus(taken), result(command, mailbox));
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aRightThatIsRevokedIsGoneAtTheNextCommand(Command command) throws Exception {
        String mailbox = mailbox();
        grant(mailbox, "anyone", command.full());
        prepare(command, mailbox);
        bob.ok("MYRIGHTS #user.anna." + mailbox);
        anna.ok("DELETEACL " + mailbox + " anyone");

        expect(command, Rights.NONE, result(command, mailbox));
    }

    @Test
    void whatIsListedFollowsL() throws Exception {
        for (Right right : Right.values()) {
            String mailbox = mailbox();
            grant(mailbox, "bob", String.valueOf(right.letter()));
            boolean listed =
                    bob.ok("LIST \"\" #user.*").stream()
                            .anyMatch(line -> line.endsWith("\"#user.anna." + mailbox + "\""));
            anna.ok("DELETE " + mailbox);

            assertThat(listed).as("with '%s'", right.letter()).isEqualTo(right == Right.LOOKUP);
        }
    }

    @Test
    void readingSetsSeenOnlyWithS() throws Exception {
        for (String rights : List.of("lr", "lrs")) {
            String mailbox = mailbox();
            grant(mailbox, "bob", rights);
            bob.ok("SELECT #user.anna." + mailbox);
            bob.ok("FETCH 2 BODY[]");

            assertThat(bob.ok("SEARCH SEEN"))
                    .containsExactly(rights.contains("s") ? "* SEARCH 2" : "* SEARCH");
        }
    }

    @Test
    void flagsThatMayNotBeSetDoNotArrive() throws Exception {
        for (String rights : List.of("lri", "lris", "lrit", "lriw", "lristw")) {
            String mailbox = mailbox();
            String shared = "#user.anna." + mailbox;
            grant(mailbox, "bob", rights);
            bob.append(shared, "(\\Seen \\Deleted \\Flagged)", "Subject: new\n\nText\n");
            bob.ok("SELECT " + shared);
            String flags = bob.ok("FETCH 3 FLAGS").get(0);

            assertThat(flags.contains("\\Seen")).as(rights).isEqualTo(rights.contains("s"));
            assertThat(flags.contains("\\Deleted")).as(rights).isEqualTo(rights.contains("t"));
            assertThat(flags.contains("\\Flagged")).as(rights).isEqualTo(rights.contains("w"));
        }
    }

    @Test
    void closingExpungesOnlyWithE() throws Exception {
        for (String rights : List.of("lr", "lre")) {
            String mailbox = mailbox();
            grant(mailbox, "bob", rights);
            bob.ok("SELECT #user.anna." + mailbox);
            bob.ok("CLOSE");

            assertThat(anna.ok("STATUS " + mailbox + " (MESSAGES)").get(0))
                    .endsWith(rights.contains("e") ? "(MESSAGES 1)" : "(MESSAGES 2)");
        }
    }

    @Test
    void thePageNamesEveryCommandThatIsTriedHere() throws IOException {
        String page = Files.readString(ProjectFiles.root().resolve("docs/extensions/imap-acl.md"));
        Set<String> missing =
                commands()
                        .map(Command::verb)
                        .filter(verb -> !page.contains(verb))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(missing).isEmpty();
    }
}
