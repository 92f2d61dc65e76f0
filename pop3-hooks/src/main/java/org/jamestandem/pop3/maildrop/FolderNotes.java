package org.jamestandem.pop3.maildrop;

import java.util.Collection;
import java.util.Map;
import org.jamestandem.pop3.text.WireSize;
import reactor.core.publisher.Mono;

/**
 * Notes on folders. All of it can be found out again: a note that is lost costs time, and nothing
 * else.
 */
public interface FolderNotes {
    /**
     * What is noted about a folder; {@link FolderNote#NONE} when nothing is.
     *
     * @param folder its id in James, the same whatever its name
     */
    Mono<FolderNote> of(String folder);

    /**
     * Notes that messages were measured. Idempotent.
     *
     * @param upTo all up to this UID
     * @param sizes of those that are not sent with their stored octets
     */
    Mono<Void> measured(String folder, long upTo, Map<Long, WireSize> sizes);

    /** Forgets the sizes of messages that are gone. Idempotent. */
    Mono<Void> forget(String folder, Collection<Long> uids);

    /** Notes the floor, whatever was noted before. */
    Mono<Void> floor(String folder, UidFloor floor);
}
