package org.jamestandem.pop3.maildrop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.james.core.Username;
import org.jamestandem.pop3.reader.Device;
import org.jamestandem.pop3.reader.Reader;
import org.jamestandem.pop3.uidl.MessageKey;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** What every {@link HiddenMessages} keeps to. */
public interface HiddenMessagesContract {
    Duration PATIENCE = Duration.ofSeconds(60);
    Reader ANNA = Reader.of(Username.of("anna@example.org"));
    Reader ANNAS_PHONE = new Reader(ANNA.user(), new Device("phone"));
    Reader BOB = Reader.of(Username.of("bob@example.org"));
    MessageKey ONE = new MessageKey("one");
    MessageKey TWO = new MessageKey("two");

    /** A state with nothing in it. */
    MaildropState state();

    @Test
    default void nothingIsHiddenFromANewReader() {
        assertThat(hidden(ANNA)).isEmpty();
    }

    @Test
    default void whatIsHiddenOnceStaysHidden() {
        hide(ANNA, ONE);
        hide(ANNA, TWO);
        assertThat(hidden(ANNA)).containsExactlyInAnyOrder(ONE, TWO);
    }

    @Test
    default void hidingTwiceIsHidingOnce() {
        hide(ANNA, ONE, TWO);
        hide(ANNA, ONE);
        assertThat(hidden(ANNA)).containsExactlyInAnyOrder(ONE, TWO);
    }

    @Test
    default void otherReadersAndOtherDevicesAreNotTouched() {
        hide(ANNAS_PHONE, ONE);
        assertThat(hidden(ANNA)).isEmpty();
        assertThat(hidden(BOB)).isEmpty();
        assertThat(hidden(ANNAS_PHONE)).containsExactly(ONE);
    }

    @Test
    default void nothingHappensBeforeSubscription() {
        state().hidden().hide(ANNA, List.of(ONE));
        assertThat(hidden(ANNA)).isEmpty();
    }

    @Test
    default void manyMessagesAreHiddenByManySessionsAtOnce() {
        List<MessageKey> keys =
                IntStream.range(0, 6000).mapToObj(i -> new MessageKey("key-" + i)).toList();
        Flux.fromIterable(keys)
                .buffer(1000)
                .flatMap(some -> state().hidden().hide(ANNA, some), 6)
                .blockLast(PATIENCE);
        assertThat(hidden(ANNA)).containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    default void anAnswerDoesNotChangeAfterwards() {
        hide(ANNA, ONE);
        Set<MessageKey> before = hidden(ANNA);
        hide(ANNA, TWO);
        assertThat(before).containsExactly(ONE);
    }

    private Set<MessageKey> hidden(Reader reader) {
        return state().hidden().hiddenFrom(reader).block(PATIENCE);
    }

    private void hide(Reader reader, MessageKey... keys) {
        state().hidden().hide(reader, List.of(keys)).block(PATIENCE);
    }
}
