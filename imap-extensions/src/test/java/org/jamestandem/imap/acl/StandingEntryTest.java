package org.jamestandem.imap.acl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jamestandem.imap.acl.Subject.Special;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandingEntryTest {
    private static StandingEntry entry(String mailboxes) {
        return new StandingEntry(
                mailboxes, new Grant(Identifier.of(Special.ANYONE), Rights.parse("l")));
    }

    private static NamedMailbox mailbox(String owner, String name) {
        return new NamedMailbox(new MailboxKey("1", owner), name);
    }

    @ParameterizedTest
    @CsvSource({
        "anna@a.example/Team, true",
        "anna@a.example/*, true",
        "*@a.example/Team, true",
        "*/T*m, true",
        "*/*, true",
        "*/*ea*, true",
        "anna@a.example/Tea, false",
        "*@b.example/*, false",
        "*/Tea*eam, false",
        "*/Team.*, false",
        "a*a@a.example/Team, true"
    })
    void aStarStandsForAnyCharacters(String mailboxes, boolean matches) {
        assertThat(entry(mailboxes).isFor(mailbox("anna@a.example", "Team"))).isEqualTo(matches);
    }

    @Test
    void patternsMatchAsTheExpressionThatTheyStandFor() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            String pattern = text(random, "ab*");
            String name = text(random, "ab");
            String expression =
                    Arrays.stream(pattern.split("\\*", -1))
                            .map(Pattern::quote)
                            .collect(Collectors.joining(".*"));
            assertThat(entry("*/" + pattern).isFor(mailbox("x", name)))
                    .as("seed %d: %s with %s", seed, name, pattern)
                    .isEqualTo(name.matches(expression));
        }
    }

    private static String text(Random random, String letters) {
        return random.ints(1 + random.nextInt(6), 0, letters.length())
                .mapToObj(letters::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "anna", "/Team", "anna/"})
    void aPatternHasAnOwnerAndAMailbox(String mailboxes) {
        assertThatThrownBy(() -> entry(mailboxes)).isInstanceOf(IllegalArgumentException.class);
    }
}
