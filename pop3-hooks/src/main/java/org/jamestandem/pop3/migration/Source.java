package org.jamestandem.pop3.migration;

import java.util.Map;

/** Where unique-ids come from. */
public sealed interface Source {
    /**
     * A list of the server before.
     *
     * @param uids UIDs now by UIDs before, where the copying tool has written them down
     */
    record List(OldList old, Map<Long, Long> uids) implements Source {
        public List {
            uids = Map.copyOf(uids);
        }
    }

    /**
     * The messages' UIDs, which came along.
     *
     * @param uidValidity that of the server before
     */
    record Uids(IdFormat format, long uidValidity) implements Source {}

    /** The messages' {@code Message-ID}. */
    record MessageIds() implements Source {}
}
