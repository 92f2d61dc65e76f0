package org.jamestandem.pop3.maildrop;

import java.util.Map;
import java.util.Optional;
import org.jamestandem.pop3.text.WireSize;

/**
 * What is known about a folder beyond what the mailbox tells.
 *
 * @param measuredUpTo messages with a UID up to this have been measured; 0 for none
 * @param sizes of those that are not sent with their stored octets, by UID
 * @param floor empty when the folder was never listed
 */
public record FolderNote(long measuredUpTo, Map<Long, WireSize> sizes, Optional<UidFloor> floor) {
    /** Nothing is known. */
    public static final FolderNote NONE = new FolderNote(0, Map.of(), Optional.empty());

    public FolderNote {
        sizes = Map.copyOf(sizes);
    }
}
