package org.jamestandem.imap.sort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.ModSeq;
import org.junit.jupiter.api.Test;

class SortProgramTest {
    private static final Instant NOON = Instant.parse("2024-01-01T12:00:00Z");

    @Test
    void tiesKeepTheOrderOfTheMailboxEvenInReverse() {
        SortableMessage one = message(1, 10, "A");
        SortableMessage two = message(2, 10, "A");

        assertThat(sorted(program(reverse(SortKey.SIZE)), two, one)).containsExactly(1L, 2L);
        assertThat(sorted(program(reverse(SortKey.SUBJECT)), two, one)).containsExactly(1L, 2L);
    }

    @Test
    void laterCriteriaDecideWhatEarlierLeaveEqual() {
        SortProgram program =
                program(new SortCriterion(SortKey.SUBJECT, false), reverse(SortKey.SIZE));

        assertThat(sorted(program, message(1, 10, "B"), message(2, 10, "A"), message(3, 20, "A")))
                .containsExactly(3L, 2L, 1L);
    }

    @Test
    void emptyTextsComeFirst() {
        SortProgram program = program(new SortCriterion(SortKey.SUBJECT, false));

        assertThat(sorted(program, message(1, 1, "A"), message(2, 1, ""))).containsExactly(2L, 1L);
    }

    @Test
    void sentDateFallsBackToTheInternalDate() {
        SortProgram program = program(new SortCriterion(SortKey.DATE, false));
        SortableMessage dated =
                new SortableMessage(
                        MessageUid.of(1),
                        ModSeq.first(),
                        NOON,
                        1,
                        new SortHeaders(Optional.of(NOON.plusSeconds(60)), "", "", "", "", "", ""));

        assertThat(sorted(program, dated, message(2, 1, ""))).containsExactly(2L, 1L);
    }

    @Test
    void repeatedKeyDecidesOnce() {
        SortProgram program =
                program(
                        new SortCriterion(SortKey.SIZE, false),
                        reverse(SortKey.SIZE),
                        new SortCriterion(SortKey.TO, false));

        assertThat(program.criteria())
                .containsExactly(
                        new SortCriterion(SortKey.SIZE, false),
                        new SortCriterion(SortKey.TO, false));
    }

    @Test
    void onlyArrivalAndSizeDoWithoutHeaders() {
        assertThat(Stream.of(SortKey.values()).filter(key -> !program(reverse(key)).needsHeaders()))
                .containsExactly(SortKey.ARRIVAL, SortKey.SIZE);
    }

    @Test
    void programNeedsACriterion() {
        assertThatThrownBy(() -> new SortProgram(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static SortCriterion reverse(SortKey key) {
        return new SortCriterion(key, true);
    }

    private static SortProgram program(SortCriterion... criteria) {
        return new SortProgram(List.of(criteria));
    }

    private static SortableMessage message(long uid, long size, String subject) {
        return new SortableMessage(
                MessageUid.of(uid),
                ModSeq.first(),
                NOON,
                size,
                new SortHeaders(Optional.empty(), subject, "", "", "", "", ""));
    }

    private static List<Long> sorted(SortProgram program, SortableMessage... messages) {
        return Arrays.stream(messages)
                .sorted(program.order())
                .map(message -> message.uid().asLong())
                .toList();
    }
}
