package org.jamestandem.pop3.maildrop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.james.core.Username;
import org.jamestandem.pop3.maildrop.memory.MemoryFingerprints;
import org.jamestandem.pop3.policy.FolderName;
import org.jamestandem.pop3.uidl.MessageKey;
import org.jamestandem.pop3.uidl.UniqueId;
import org.junit.jupiter.api.Test;

class UniqueIdWatchTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");
    private static final Username ANNA = Username.of("anna@example.org");

    private final MemoryFingerprints fingerprints = new MemoryFingerprints();
    private final List<Set<MessageKey>> alarms = new ArrayList<>();
    private Instant now = MONDAY;

    @Test
    void mailThatComesAndGoesRaisesNoAlarm() {
        look(listing(100, i -> "a" + i, MONDAY), Map.of());
        look(listing(150, i -> "a" + (i + 50), MONDAY), Map.of());
        look(listing(0, i -> "", MONDAY), Map.of());
        look(listing(100, i -> "b" + i, MONDAY.plusSeconds(60)), Map.of());
        assertThat(alarms).isEmpty();
    }

    @Test
    void aliasesThatAreLostRaiseOneAlarm() {
        Listing listing = listing(1000, i -> "a" + i, MONDAY);
        look(listing, aliases(1000));
        look(listing, Map.of());
        look(listing, Map.of());
        assertThat(alarms).hasSize(1);
        assertThat(alarms.get(0)).hasSize(16);
    }

    @Test
    void anImportAndANewNameAreNoAlarm() {
        Listing listing = listing(20, i -> "a" + i, MONDAY);
        look(listing, Map.of());
        fingerprints.forget(ANNA).block(PATIENCE);
        look(listing, aliases(20));
        assertThat(alarms).isEmpty();
    }

    @Test
    void mailThatWasStoredAnewRaisesAnAlarm() {
        look(listing(40, i -> "a" + i, MONDAY.minusSeconds(60)), Map.of());
        look(listing(40, i -> "b" + i, MONDAY.minusSeconds(60)), Map.of());
        assertThat(alarms).hasSize(1);
    }

    @Test
    void fewMessagesMayAllBeOthers() {
        look(listing(7, i -> "a" + i, MONDAY.minusSeconds(60)), Map.of());
        look(listing(7, i -> "b" + i, MONDAY.minusSeconds(60)), Map.of());
        assertThat(alarms).isEmpty();
    }

    @Test
    void whatIsInOtherFoldersIsNotCompared() {
        Listing inbox = listing(20, i -> "a" + i, MONDAY);
        look(inbox, Map.of());
        FolderName junk = new FolderName("Junk");
        List<StoredMessage> more =
                new ArrayList<>(
                        List.of(
                                new StoredMessage(
                                        new MessageKey("j"), new Place(junk, 1), 1, MONDAY)));
        inbox.messages().forEach(more::add);
        look(Listing.of(List.of(FolderName.INBOX, junk), more), Map.of());
        assertThat(alarms).isEmpty();
        assertThat(fingerprints.of(ANNA).block(PATIENCE).messages()).isEqualTo(20);
    }

    @Test
    void nothingIsWrittenWhileTheSampleIsTheSame() {
        Listing listing = listing(100, i -> "a" + i, MONDAY);
        look(listing, Map.of());
        now = MONDAY.plusSeconds(60);
        look(listing, Map.of());
        assertThat(fingerprints.of(ANNA).block(PATIENCE).at()).isEqualTo(MONDAY);
    }

    private void look(Listing listing, Map<MessageKey, UniqueId> aliases) {
        new UniqueIdWatch(
                        fingerprints,
                        (owner, before, messages) -> alarms.add(messages),
                        Clock.fixed(now, ZoneOffset.UTC))
                .look(ANNA, listing, aliases)
                .block(PATIENCE);
    }

    private static Listing listing(int count, IntFunction<String> key, Instant arrivedAt) {
        return Listing.of(
                List.of(FolderName.INBOX),
                IntStream.rangeClosed(1, count)
                        .mapToObj(
                                i ->
                                        new StoredMessage(
                                                new MessageKey(key.apply(i)),
                                                new Place(FolderName.INBOX, i),
                                                100,
                                                arrivedAt))
                        .toList());
    }

    private static Map<MessageKey, UniqueId> aliases(int count) {
        Map<MessageKey, UniqueId> aliases = new HashMap<>();
        for (int i = 1; i <= count; i++) {
            aliases.put(new MessageKey("a" + i), UniqueId.ofUid(i));
        }
        return aliases;
    }
}
