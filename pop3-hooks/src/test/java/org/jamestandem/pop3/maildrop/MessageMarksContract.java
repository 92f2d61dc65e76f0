package org.jamestandem.pop3.maildrop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.james.core.Username;
import org.jamestandem.pop3.reader.Device;
import org.jamestandem.pop3.reader.Reader;
import org.jamestandem.pop3.uidl.MessageKey;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** What every {@link MessageMarks} keeps to. */
public interface MessageMarksContract {
    Duration PATIENCE = Duration.ofSeconds(60);
    Instant TUESDAY = Instant.parse("2026-01-06T08:00:00.123Z");
    Reader ANNA = Reader.of(Username.of("anna@example.org"));
    Reader ANNAS_PHONE = new Reader(ANNA.user(), new Device("phone"));
    Reader BOB = Reader.of(Username.of("bob@example.org"));
    MessageKey ONE = new MessageKey("one");
    MessageKey TWO = new MessageKey("two");

    /** A state with nothing in it. */
    MaildropState state();

    @Test
    default void aNewReaderHasNoMarks() {
        assertThat(marks(ANNA)).isEmpty();
    }

    @Test
    default void whatIsMarkedOnceStaysMarked() {
        mark(ANNA, TUESDAY, ONE);
        mark(ANNA, TUESDAY.plusSeconds(1), TWO);
        assertThat(marks(ANNA)).isEqualTo(Map.of(ONE, TUESDAY, TWO, TUESDAY.plusSeconds(1)));
    }

    @Test
    default void theEarliestTimeIsKeptWhateverTheOrder() {
        for (long hours : List.of(2, 0, 1)) {
            mark(ANNA, TUESDAY.plus(Duration.ofHours(hours)), ONE);
        }
        assertThat(marks(ANNA)).isEqualTo(Map.of(ONE, TUESDAY));
    }

    @Test
    default void otherReadersOtherDevicesAndOtherMarksAreNotTouched() {
        mark(ANNAS_PHONE, TUESDAY, ONE);
        Stream.of(ANNA, BOB, Reader.everyOf(ANNA.user()))
                .forEach(other -> assertThat(marks(other)).isEmpty());
        assertThat(marks(ANNAS_PHONE)).containsOnlyKeys(ONE);
        assertThat(state().taken().of(ANNAS_PHONE).block(PATIENCE)).isEmpty();

        state().taken().mark(ANNAS_PHONE, Set.of(TWO), TUESDAY).block(PATIENCE);
        assertThat(marks(ANNAS_PHONE)).containsOnlyKeys(ONE);
        assertThat(state().taken().of(ANNAS_PHONE).block(PATIENCE)).containsOnlyKeys(TWO);
    }

    @Test
    default void whatIsForgottenIsGoneForThatReader() {
        mark(ANNA, TUESDAY, ONE, TWO);
        mark(ANNAS_PHONE, TUESDAY, ONE);
        for (int twice = 0; twice < 2; twice++) {
            forget(ANNA);
        }
        assertThat(marks(ANNA)).isEmpty();
        assertThat(marks(ANNAS_PHONE)).containsOnlyKeys(ONE);
    }

    @Test
    default void whatIsMarkedAfterAllWasForgottenIsMarkedAsIfThereHadBeenNothing() {
        mark(ANNA, TUESDAY, ONE, TWO);
        for (int round = 1; round <= 3; round++) {
            forget(ANNA);
            Instant later = TUESDAY.plusSeconds(round);
            mark(ANNA, later.plusSeconds(60), ONE);
            mark(ANNA, later, ONE);
            mark(ANNA, later.plusSeconds(30), ONE);
            assertThat(marks(ANNA)).isEqualTo(Map.of(ONE, later));
        }
        forget(ANNA);
        mark(ANNA, TUESDAY.minusSeconds(60), ONE);
        assertThat(marks(ANNA)).isEqualTo(Map.of(ONE, TUESDAY.minusSeconds(60)));
    }

    @Test
    default void nothingHappensBeforeSubscription() {
        state().hidden().mark(ANNA, List.of(ONE), TUESDAY);
        assertThat(marks(ANNA)).isEmpty();
    }

    @Test
    default void manyMessagesAreMarkedByManySessionsAtOnce() {
        List<MessageKey> keys =
                IntStream.range(0, 6000).mapToObj(i -> new MessageKey("key-" + i)).toList();
        Flux.fromIterable(keys)
                .buffer(1000)
                .flatMap(some -> state().hidden().mark(ANNA, some, TUESDAY), 6)
                .blockLast(PATIENCE);
        assertThat(marks(ANNA).keySet()).containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    default void anAnswerDoesNotChangeAfterwards() {
        mark(ANNA, TUESDAY, ONE);
        Map<MessageKey, Instant> before = marks(ANNA);
        mark(ANNA, TUESDAY, TWO);
        assertThat(before).containsOnlyKeys(ONE);
    }

    private void forget(Reader reader) {
        state().hidden().forget(reader).block(PATIENCE);
    }

    private Map<MessageKey, Instant> marks(Reader reader) {
        return state().hidden().of(reader).block(PATIENCE);
    }

    private void mark(Reader reader, Instant at, MessageKey... keys) {
        state().hidden().mark(reader, List.of(keys), at).block(PATIENCE);
    }
}
