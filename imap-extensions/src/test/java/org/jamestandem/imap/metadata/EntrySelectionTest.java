package org.jamestandem.imap.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jamestandem.kernel.metadata.ServerEntry;
import org.junit.jupiter.api.Test;

class EntrySelectionTest {
    private static final ServerEntry TOP = new ServerEntry("/private/filters", "a");
    private static final ServerEntry BELOW = new ServerEntry("/private/filters/values", "bb");
    private static final ServerEntry DEEP = new ServerEntry("/private/filters/values/x", "ccc");
    private static final ServerEntry OTHER = new ServerEntry("/private/filtersets", "dddd");
    private static final List<ServerEntry> ALL = List.of(TOP, BELOW, DEEP, OTHER);

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
    void whatIsTooLargeIsLeftOutAndTold() {
        EntrySelection small = new EntrySelection(Set.of(), 0, OptionalInt.of(2));
        assertThat(small.smallEnough(ALL)).containsExactly(TOP, BELOW);
        assertThat(small.longest(ALL)).hasValue(4);
        assertThat(small.longest(List.of(TOP, BELOW))).isEmpty();
        assertThat(new EntrySelection(Set.of(), 0, OptionalInt.empty()).longest(ALL)).isEmpty();
    }

    private static List<ServerEntry> selected(int depth) {
        EntrySelection selection =
                new EntrySelection(Set.of("/private/filters"), depth, OptionalInt.empty());
        return ALL.stream().filter(selection::includes).toList();
    }
}
