package org.jamestandem.imap.acl.james;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.mail.Flags;
import javax.mail.Flags.Flag;
import org.apache.james.mailbox.MessageManager.FlagsUpdateMode;
import org.jamestandem.imap.acl.Rights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlagRightsTest {
    private static final List<String> NAMES =
            List.of("\\Seen", "\\Deleted", "\\Flagged", "\\Answered", "\\Draft", "$One", "$Two");

    @ParameterizedTest
    @CsvSource({
        "s, \\Seen",
        "t, \\Deleted",
        "w, \\Flagged \\Answered \\Draft $One $Two",
        "st, \\Seen \\Deleted",
        "lrip, ''",
        "swt, \\Seen \\Deleted \\Flagged \\Answered \\Draft $One $Two"
    })
    void eachRightIsAboutItsFlags(String rights, String permitted) {
        Flags all = flags(String.join(" ", NAMES));

        assertThat(FlagRights.permitted(all, Rights.parse(rights))).isEqualTo(flags(permitted));
    }

    @ParameterizedTest
    @CsvSource({"\\Seen, ADD, s", "\\Deleted $One, REMOVE, wt", "'', ADD, ''", "'', REPLACE, swt"})
    void aChangeTouchesTheRightsOfItsFlags(String flags, FlagsUpdateMode mode, String rights) {
        assertThat(FlagRights.touchedBy(flags(flags), mode)).isEqualTo(Rights.parse(rights));
    }

    @Test
    void withEveryRightTheChangeGoesThroughAsItIs() {
        FlagRights.Step step = new FlagRights.Step(flags("\\Seen"), FlagsUpdateMode.REPLACE);

        assertThat(FlagRights.steps(step.flags(), step.mode(), FlagRights.ALL, flags("\\Flagged")))
                .containsExactly(step);
    }

    /** Whatever the rights, flags of other classes stay, and those of these classes change. */
    @Test
    void randomChangesChangeWhatTheRightsAreAboutAndNothingElse() {
        for (long seed = 0; seed < 3000; seed++) {
            Random random = new Random(seed);
            Flags before = random(random);
            Flags asked = random(random);
            FlagsUpdateMode mode = FlagsUpdateMode.values()[random.nextInt(3)];
            Rights rights =
                    Rights.parse(
                            List.of("", "s", "w", "t", "sw", "wt", "st").get(random.nextInt(7)));
            Flags known = new Flags(before);
            known.add(asked);
            Flags after = new Flags(before);
            FlagRights.steps(asked, mode, rights, known)
                    .forEach(step -> apply(step.flags(), step.mode(), after));

            Flags all = new Flags(before);
            apply(asked, mode, all);
            for (String name : NAMES) {
                boolean mine = FlagRights.permitted(flags(name), rights).equals(flags(name));
                assertThat(after.contains(flags(name)))
                        .as("seed %d: %s of %s", seed, name, mode)
                        .isEqualTo((mine ? all : before).contains(flags(name)));
            }
        }
    }

    private static void apply(Flags flags, FlagsUpdateMode mode, Flags target) {
        switch (mode) {
            case ADD -> target.add(flags);
            case REMOVE -> target.remove(flags);
            case REPLACE -> {
                target.remove(new Flags(target));
                target.add(flags);
            }
        }
    }

    private static Flags random(Random random) {
        Flags flags = new Flags();
        NAMES.stream().filter(name -> random.nextBoolean()).forEach(name -> add(flags, name));
        return flags;
    }

    private static Flags flags(String names) {
        Flags flags = new Flags();
        Arrays.stream(names.split(" ")).filter(name -> !name.isEmpty()).forEach(n -> add(flags, n));
        return flags;
    }

    private static void add(Flags flags, String name) {
        switch (name) {
            case "\\Seen" -> flags.add(Flag.SEEN);
            case "\\Deleted" -> flags.add(Flag.DELETED);
            case "\\Flagged" -> flags.add(Flag.FLAGGED);
            case "\\Answered" -> flags.add(Flag.ANSWERED);
            case "\\Draft" -> flags.add(Flag.DRAFT);
            default -> flags.add(name);
        }
    }
}
