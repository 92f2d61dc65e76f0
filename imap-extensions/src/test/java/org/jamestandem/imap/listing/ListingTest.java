package org.jamestandem.imap.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListingTest {
    private static final Listing LISTING =
            new Listing(List.of("#user.bob.Team", "#user.bob.Team.Old", "#user.carol.X"), '.');

    private static List<String> names(String reference, String pattern) {
        return LISTING.matching(NamePattern.of(reference, pattern, '.')).stream()
                .map(
                        name ->
                                name.name()
                                        + (name.exists() ? "" : "!")
                                        + (name.children() ? "+" : ""))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "'', *, '#user.bob.Team+ #user.bob.Team.Old #user.carol.X'",
        "'', %, #user!+",
        "'', #user.%, '#user.bob!+ #user.carol!+'",
        "'#user.', %, '#user.bob!+ #user.carol!+'",
        "'', #user.bob.%, #user.bob.Team+",
        "'', #user.%.%, '#user.bob.Team+ #user.carol.X'",
        "'', #user.bob.*, '#user.bob.Team+ #user.bob.Team.Old'",
        "'', #user.bob*, '#user.bob.Team+ #user.bob.Team.Old'",
        "Work., #user.carol.X, #user.carol.X",
        "Work., *, ''",
        "'', *.Old, #user.bob.Team.Old",
        "'', #USER.*, ''"
    })
    void namesAndLevelsMatch(String reference, String pattern, String expected) {
        assertThat(String.join(" ", names(reference, pattern))).isEqualTo(expected);
    }

    @Test
    void aPatternSaysWhereItLooks() {
        assertThat(NamePattern.of("", "Work*", '.').mayMatchForeign()).isFalse();
        assertThat(NamePattern.of("", "*", '.').mayMatchForeign()).isTrue();
        assertThat(NamePattern.of("", "#user.%", '.').mayMatchPersonal()).isFalse();
        assertThat(NamePattern.of("", "#user.bob.*", '.').literalPrefix()).isEqualTo("#user.bob.");
    }

    @Test
    void wildcardsAreThoseOfARegularExpression() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String pattern = text(random, "ab.*%", 6);
            String name = text(random, "ab.", 7);
            String regex =
                    Pattern.quote(pattern).replace("*", "\\E.*\\Q").replace("%", "\\E[^.]*\\Q");

            assertThat(new NamePattern(pattern, '.').matches(name))
                    .as("seed %d: %s against %s", seed, pattern, name)
                    .isEqualTo(name.matches(regex));
        }
    }

    private static String text(Random random, String letters, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most); i > 0; i--) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }
}
