package org.jamestandem.imap.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EntrySelectionTest {
    private static final String TOP = "/private/filters";
    private static final String BELOW = "/private/filters/values";
    private static final String DEEP = "/private/filters/values/x";
    private static final String OTHER = "/private/filtersets";
    private static final List<String> ALL = List.of(TOP, BELOW, DEEP, OTHER);

    @Test
    void depthSaysHowFarBelowANameEntriesCount() {
        assertThat(selected(0)).containsExactly(TOP);
        assertThat(selected(1)).containsExactly(TOP, BELOW);
        assertThat(selected(Integer.MAX_VALUE)).containsExactly(TOP, BELOW, DEEP);
    }

    @Test
    void noNameIsEveryName() {
        EntrySelection every = new EntrySelection(Set.of(), 0, OptionalInt.empty());
        assertThat(ALL).allMatch(every::includes);
    }

    @Test
    void onlyWhatIsLargerThanTheLargestIsTooLarge() {
        EntrySelection small = new EntrySelection(Set.of(), 0, OptionalInt.of(2));
        assertThat(small.isTooLarge(2)).isFalse();
        assertThat(small.isTooLarge(3)).isTrue();
        assertThat(new EntrySelection(Set.of(), 0, OptionalInt.empty()).isTooLarge(1 << 20))
                .isFalse();
    }

    private static List<String> selected(int depth) {
        EntrySelection selection = new EntrySelection(Set.of(TOP), depth, OptionalInt.empty());
        return ALL.stream().filter(selection::includes).toList();
    }
}
