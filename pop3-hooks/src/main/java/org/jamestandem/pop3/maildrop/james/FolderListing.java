package org.jamestandem.pop3.maildrop.james;

import com.google.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager;
import org.jamestandem.pop3.maildrop.FolderNote;
import org.jamestandem.pop3.maildrop.FolderNotes;
import org.jamestandem.pop3.maildrop.MaildropState;
import org.jamestandem.pop3.maildrop.Place;
import org.jamestandem.pop3.maildrop.StoredMessage;
import org.jamestandem.pop3.maildrop.UidFloor;
import org.jamestandem.pop3.policy.FolderName;
import org.jamestandem.pop3.text.TextForm;
import org.jamestandem.pop3.text.WireSize;
import org.jamestandem.pop3.uidl.MessageKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Lists a folder: one read of our note on it, one of its entries. */
final class FolderListing {
    private static final Logger LOGGER = LoggerFactory.getLogger(FolderListing.class);

    private final FolderEntries entries;
    private final FolderNotes notes;
    private final Measuring measuring;
    private final MessageKeys keys;
    private final Clock clock;

    @Inject
    FolderListing(FolderEntries entries, MaildropState state, MessageKeys keys, Clock clock) {
        this.entries = entries;
        this.notes = state.folders();
        this.measuring = new Measuring(notes);
        this.keys = keys;
        this.clock = clock;
    }

    /** Every message of that folder, with the octets that RETR sends in that form. */
    Mono<List<StoredMessage>> of(
            FolderName name, MessageManager folder, MailboxSession session, TextForm form) {
        String id = folder.getId().serialize();
        Instant now = clock.instant();
        return notes.of(id)
                .flatMap(
                        note ->
                                found(folder, note, session, now)
                                        .delayUntil(found -> tidy(id, note, found, now))
                                        .flatMap(
                                                found ->
                                                        measuring
                                                                .sizes(folder, session, note, found)
                                                                .map(
                                                                        sizes ->
                                                                                stored(
                                                                                        name, found,
                                                                                        sizes,
                                                                                        form))));
    }

    /**
     * The read of the whole folder, once a week, goes over everything that was removed; Cassandra
     * refuses that beyond 100,000 messages. What is above the floor is all there is.
     */
    private Mono<List<FolderEntry>> found(
            MessageManager folder, FolderNote note, MailboxSession session, Instant now) {
        long lowest = lowest(note, now);
        long floor = note.floor().map(UidFloor::lowest).orElse(lowest);
        Mono<List<FolderEntry>> found = entries.of(folder, lowest, session).collectList();
        return floor == lowest
                ? found
                : found.onErrorResume(
                        error -> {
                            LOGGER.warn(
                                    "Could not read folder {} whole, only from UID {} on",
                                    folder.getId().serialize(),
                                    floor,
                                    error);
                            return entries.of(folder, floor, session).collectList();
                        });
    }

    private List<StoredMessage> stored(
            FolderName name, List<FolderEntry> found, Map<Long, WireSize> sizes, TextForm form) {
        return found.stream()
                .map(
                        entry -> {
                            WireSize size = sizes.get(entry.uid());
                            return new StoredMessage(
                                    keys.of(entry.messageId()),
                                    new Place(name, entry.uid()),
                                    size == null ? entry.octets() : size.in(form),
                                    entry.arrivedAt());
                        })
                .toList();
    }

    private static long lowest(FolderNote note, Instant now) {
        return note.floor().map(floor -> floor.readFrom(now)).orElse(1L);
    }

    private Mono<Void> tidy(String id, FolderNote note, List<FolderEntry> found, Instant now) {
        Mono<Void> forget =
                Mono.just(gone(note, found))
                        .filter(uids -> !uids.isEmpty())
                        .flatMap(uids -> notes.forget(id, uids));
        return forget.then(
                Mono.justOrEmpty(floor(note, found, now)).flatMap(floor -> notes.floor(id, floor)));
    }

    private static Set<Long> gone(FolderNote note, List<FolderEntry> found) {
        Set<Long> gone = new HashSet<>(note.sizes().keySet());
        if (!gone.isEmpty()) {
            found.forEach(entry -> gone.remove(entry.uid()));
        }
        return gone;
    }

    private static Optional<UidFloor> floor(FolderNote note, List<FolderEntry> found, Instant now) {
        OptionalLong lowest = found.stream().mapToLong(FolderEntry::uid).min();
        OptionalLong highest = found.stream().mapToLong(FolderEntry::uid).max();
        return note.floor()
                .map(floor -> floor.after(lowest, highest, now))
                .orElseGet(() -> Optional.of(UidFloor.first(highest, now)));
    }
}
