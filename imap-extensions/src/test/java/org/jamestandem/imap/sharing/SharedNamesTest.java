package org.jamestandem.imap.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.apache.james.core.Username;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SharedNamesTest {
    private static final String ANNA = "anna@tandem.example";
    private static final SharedNames NAMES = new SharedNames(Namespaces.DEFAULT);
    private static final SharedNames WITH_PUBLIC =
            new SharedNames(new Namespaces("#user.", "#shared.", "public"));

    @ParameterizedTest
    @CsvSource({
        "bob@tandem.example, Team, #user.bob.Team",
        "bob@tandem.example, INBOX, #user.bob.INBOX",
        "bob@tandem.example, A.B, #user.bob.A.B",
        "jean.luc_p@tandem.example, X, #user.jean__luc_-p.X",
        "50%*off@tandem.example, X, #user.50_p_soff.X",
        "bob@other.example, Team, #user.bob@other__example.Team",
        "bob, Team, #user.bob@.Team"
    })
    void eachMailboxHasOneName(String owner, String mailbox, String name) {
        OwnedName owned = new OwnedName(owner, mailbox);

        assertThat(NAMES.nameFor(ANNA, owned)).isEqualTo(name);
        assertThat(NAMES.mailbox(ANNA, name)).contains(owned);
    }

    @Test
    void withoutDomainsTheWholeLoginNameIsTheLocalPart() {
        assertThat(NAMES.nameFor("anna", new OwnedName("bob", "X"))).isEqualTo("#user.bob.X");
        assertThat(NAMES.mailbox("anna", "#user.bob.X")).contains(new OwnedName("bob", "X"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Team",
                "#user",
                "#user.",
                "#user.bob",
                "#user.bob.",
                "#user..Team",
                "#user.anna.Team",
                "#user.bob@tandem__example.Team",
                "#user.b_ob.Team",
                "#user.bob_.Team",
                "#shared.Team",
                "#private.Team",
                "#user2.bob.Team"
            })
    void whatIsNotTheOneNameMeansNothing(String name) {
        assertThat(NAMES.mailbox(ANNA, name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"#USER.Bob.inbox", "#user.BOB.Inbox"})
    void theCaseOfPrefixOwnerAndInboxDoesNotMatter(String name) {
        assertThat(NAMES.mailbox(ANNA, name))
                .contains(new OwnedName("bob@tandem.example", "INBOX"));
    }

    @Test
    void publicMailboxesAreInTheSharedNamespaceAlone() {
        OwnedName news = new OwnedName("public@tandem.example", "News");

        assertThat(WITH_PUBLIC.nameFor(ANNA, news)).isEqualTo("#shared.News");
        assertThat(WITH_PUBLIC.mailbox(ANNA, "#shared.News")).contains(news);
        assertThat(WITH_PUBLIC.mailbox(ANNA, "#user.public.News")).isEmpty();
        assertThat(NAMES.mailbox(ANNA, "#user.public.News")).contains(news);
    }

    @Test
    void thePublicAccountItselfHasItsMailboxesUnderTheirOwnNames() {
        assertThat(WITH_PUBLIC.mailbox("public@tandem.example", "#shared.News")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"user.", "#user", "#.", "#us er.", "#us%er.", "#a.b.", "#private.", ""})
    void aPrefixCannotBeTakenForAPersonalNameOrAPattern(String prefix) {
        assertThatThrownBy(() -> new Namespaces(prefix, "#shared.", ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void twoNamespacesHaveTwoPrefixes() {
        assertThatThrownBy(() -> new Namespaces("#x.", "#X.", ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noTwoMailboxesShareANameAndEachNameLeadsBack() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        Map<String, OwnedName> met = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            String viewer = login(random);
            OwnedName mailbox = new OwnedName(login(random), mailbox(random));
            if (mailbox.owner().equals(viewer)) {
                continue;
            }
            String name = WITH_PUBLIC.nameFor(viewer, mailbox);
            String told = "seed %d: %s of %s is %s".formatted(seed, mailbox, viewer, name);

            assertThat(WITH_PUBLIC.mailbox(viewer, name)).as(told).contains(mailbox);
            assertThat(name).as(told).doesNotContain("*", "%");
            OwnedName other = met.putIfAbsent(viewer + " " + name, mailbox);
            assertThat(other == null ? mailbox : other).as(told).isEqualTo(mailbox);
        }
    }

    private static String login(Random random) {
        String local = text(random, "ab._-%*&+'/=^`{|}~!#$é日", 4);
        String domain = random.nextInt(5) == 0 ? "" : "@" + text(random, "ab", 2) + ".example";
        String login = random.nextInt(8) == 0 ? "public" + domain : local + domain;
        return Username.of(login).asString().toLowerCase(Locale.ROOT);
    }

    private static String mailbox(Random random) {
        return String.join(".", List.of(text(random, "ABc_&-@é", 3), text(random, "ABc_&-@é", 2)));
    }

    private static String text(Random random, String letters, int most) {
        StringBuilder text = new StringBuilder();
        int length = 1 + random.nextInt(most);
        for (int i = 0; i < length; i++) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }
}
