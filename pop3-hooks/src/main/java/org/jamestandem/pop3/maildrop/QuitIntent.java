package org.jamestandem.pop3.maildrop;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.james.core.Username;
import org.jamestandem.pop3.policy.Disposition;
import org.jamestandem.pop3.policy.FolderName;
import org.jamestandem.pop3.reader.Reader;
import org.jamestandem.pop3.uidl.MessageKey;

/**
 * What one QUIT has to do. Doing it twice has the effect of doing it once.
 *
 * @param at when it was recorded, to the millisecond
 * @param folders those of the maildrop
 * @param work the messages of each disposition; never empty
 */
public record QuitIntent(
        UUID id,
        Reader reader,
        Instant at,
        List<FolderName> folders,
        Map<Disposition, Set<MessageKey>> work) {
    public QuitIntent {
        folders = List.copyOf(folders);
        work =
                work.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        entry -> Set.copyOf(entry.getValue()),
                                        (one, other) -> one,
                                        TreeMap::new));
        if (work.isEmpty() || work.values().stream().anyMatch(Set::isEmpty)) {
            throw new IllegalArgumentException("an intent to do nothing");
        }
    }

    /** The same work in the maildrop of another user, or of the same one by another name. */
    public QuitIntent of(Username user) {
        return new QuitIntent(id, new Reader(user, reader.device()), at, folders, work);
    }

    /** The messages of that disposition. */
    public Set<MessageKey> messages(Disposition disposition) {
        return work.getOrDefault(disposition, Set.of());
    }

    /** What {@code other} is not offered any more, though the work may not be done yet. */
    public Set<MessageKey> withheldFrom(Reader other) {
        Set<MessageKey> withheld = new LinkedHashSet<>();
        work.forEach(
                (disposition, messages) -> {
                    boolean hidden = disposition.equals(Disposition.HIDE) && reader.equals(other);
                    if (hidden
                            || disposition.equals(Disposition.HIDE_ALL)
                            || disposition.removes()) {
                        withheld.addAll(messages);
                    }
                });
        return withheld;
    }

    /** What {@code other} has taken, though that may not be noted yet. */
    public Set<MessageKey> takenBy(Reader other) {
        return reader.equals(other) ? messages(Disposition.TAKE) : Set.of();
    }
}
