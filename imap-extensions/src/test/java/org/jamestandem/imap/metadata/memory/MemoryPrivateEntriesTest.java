package org.jamestandem.imap.metadata.memory;

import org.jamestandem.imap.metadata.PrivateEntries;
import org.jamestandem.imap.metadata.PrivateEntriesContract;

class MemoryPrivateEntriesTest implements PrivateEntriesContract {
    private final PrivateEntries entries = new MemoryPrivateEntries();

    @Override
    public PrivateEntries testee() {
        return entries;
    }
}
