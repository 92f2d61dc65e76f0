package org.jamestandem.pop3.maildrop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jamestandem.pop3.text.WireSize;
import org.junit.jupiter.api.Test;

public interface FolderNotesContract {
    Duration ANSWERED_WITHIN = Duration.ofSeconds(20);
    String FOLDER = "folder";
    UidFloor FLOOR =
            new UidFloor(
                    7,
                    9,
                    Instant.parse("2026-01-05T08:00:00.123Z"),
                    Instant.parse("2026-01-01T08:00:00.123Z"));

    MaildropState state();

    @Test
    default void nothingIsNotedOfAFolderThatWasNeverListed() {
        assertThat(note(FOLDER)).isEqualTo(FolderNote.NONE);
    }

    @Test
    default void sizesAddUpAndTheLastMarkCounts() {
        notes().measured(FOLDER, 5, Map.of(3L, new WireSize(10, 9))).block(ANSWERED_WITHIN);
        notes().measured(FOLDER, 8, Map.of(7L, new WireSize(20, 20))).block(ANSWERED_WITHIN);
        notes().measured(FOLDER, 8, Map.of()).block(ANSWERED_WITHIN);
        assertThat(note(FOLDER))
                .isEqualTo(
                        new FolderNote(
                                8,
                                Map.of(3L, new WireSize(10, 9), 7L, new WireSize(20, 20)),
                                Optional.empty()));
    }

    @Test
    default void onlyWhatIsForgottenIsForgotten() {
        notes().measured(FOLDER, 8, Map.of(3L, new WireSize(1, 1), 7L, new WireSize(2, 2)))
                .block(ANSWERED_WITHIN);
        for (int i = 0; i < 2; i++) {
            notes().forget(FOLDER, List.of(3L, 4L)).block(ANSWERED_WITHIN);
        }
        assertThat(note(FOLDER).sizes()).containsOnlyKeys(7L);
        assertThat(note(FOLDER).measuredUpTo()).isEqualTo(8);
    }

    @Test
    default void aFloorStandsBesideTheSizes() {
        notes().floor(FOLDER, FLOOR).block(ANSWERED_WITHIN);
        notes().measured(FOLDER, 8, Map.of(7L, new WireSize(2, 2))).block(ANSWERED_WITHIN);
        assertThat(note(FOLDER))
                .isEqualTo(new FolderNote(8, Map.of(7L, new WireSize(2, 2)), Optional.of(FLOOR)));
    }

    @Test
    default void anotherFolderHasNotesOfItsOwn() {
        notes().floor(FOLDER, FLOOR).block(ANSWERED_WITHIN);
        assertThat(note("another")).isEqualTo(FolderNote.NONE);
    }

    private FolderNotes notes() {
        return state().folders();
    }

    private FolderNote note(String folder) {
        return notes().of(folder).block(ANSWERED_WITHIN);
    }
}
