package org.jamestandem.pop3.maildrop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.james.core.Username;
import org.jamestandem.pop3.policy.Disposition;
import org.jamestandem.pop3.policy.FolderName;
import org.jamestandem.pop3.reader.Device;
import org.jamestandem.pop3.reader.Reader;
import org.jamestandem.pop3.uidl.MessageKey;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** What every {@link QuitIntents} keeps to. */
public interface QuitIntentsContract {
    Duration LIMIT = Duration.ofSeconds(60);
    Instant MONDAY = Instant.parse("2026-01-05T08:00:00.123Z");
    List<FolderName> INBOX = List.of(FolderName.INBOX);
    Username CAROL = Username.of("carol@example.org");
    Reader CAROLS_PHONE = new Reader(CAROL, new Device("phone"));

    /** A state with nothing in it. */
    MaildropState state();

    @Test
    default void whoNeverQuitHasNone() {
        assertThat(intents(CAROL)).isEmpty();
    }

    @Test
    default void aRecordedIntentIsReadAsItWas() {
        QuitIntent intent =
                new QuitIntent(
                        UUID.randomUUID(),
                        CAROLS_PHONE,
                        MONDAY,
                        List.of(FolderName.INBOX, new FolderName("Lists.Žluťoučký")),
                        Map.of(
                                Disposition.TAKE,
                                keys(4, "t"),
                                Disposition.SEE,
                                keys(3, "s"),
                                Disposition.HIDE,
                                keys(2, "h"),
                                Disposition.HIDE_ALL,
                                keys(2, "a"),
                                Disposition.moveTo(new FolderName("Old Mail")),
                                keys(2, "o"),
                                Disposition.moveTo(new FolderName("Other")),
                                keys(2, "p"),
                                Disposition.TRASH,
                                keys(2, "r"),
                                Disposition.EXPUNGE,
                                keys(1, "e")));
        record(intent);
        assertThat(intents(CAROL)).containsExactly(intent);
    }

    @Test
    default void anIntentOfManyMessagesIsReadWhole() {
        QuitIntent intent = hiding(Reader.of(CAROL), MONDAY, 9001);
        record(intent);
        assertThat(intents(CAROL)).containsExactly(intent);
    }

    @Test
    default void intentsOfAllDevicesComeOldestFirst() {
        List<QuitIntent> recorded =
                IntStream.range(0, 10)
                        .mapToObj(
                                i ->
                                        hiding(
                                                i % 2 == 0 ? Reader.of(CAROL) : CAROLS_PHONE,
                                                MONDAY.plusSeconds(60L * i),
                                                1))
                        .toList();
        Flux.fromIterable(recorded)
                .flatMap(intent -> state().intents().record(intent), 10)
                .blockLast(LIMIT);
        assertThat(intents(CAROL)).containsExactlyElementsOf(recorded);
    }

    @Test
    default void usersHaveTheirOwn() {
        record(hiding(Reader.of(CAROL), MONDAY, 1));
        assertThat(intents(Username.of("dave@example.org"))).isEmpty();
    }

    @Test
    default void aRemovedIntentIsGoneAndTheOthersStay() {
        QuitIntent kept = hiding(Reader.of(CAROL), MONDAY, 3);
        QuitIntent done = hiding(Reader.of(CAROL), MONDAY.minusSeconds(1), 5000);
        record(kept);
        record(done);
        state().intents().remove(done).block(LIMIT);
        state().intents().remove(done).block(LIMIT);
        assertThat(intents(CAROL)).containsExactly(kept);
    }

    @Test
    default void recordingTwiceIsRecordingOnce() {
        QuitIntent intent = hiding(Reader.of(CAROL), MONDAY, 3);
        record(intent);
        record(intent);
        assertThat(intents(CAROL)).containsExactly(intent);
    }

    private List<QuitIntent> intents(Username user) {
        return state().intents().of(user).collectList().block(LIMIT);
    }

    private void record(QuitIntent intent) {
        state().intents().record(intent).block(LIMIT);
    }

    private static QuitIntent hiding(Reader reader, Instant at, int messages) {
        return new QuitIntent(
                UUID.randomUUID(),
                reader,
                at,
                INBOX,
                Map.of(Disposition.HIDE, keys(messages, "m")));
    }

    private static Set<MessageKey> keys(int count, String prefix) {
        return IntStream.range(0, count)
                .mapToObj(i -> new MessageKey(prefix + i))
                .collect(Collectors.toSet());
    }
}
