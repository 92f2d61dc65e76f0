package org.jamestandem.imap.acl.memory;

import org.jamestandem.imap.acl.GrantStore;
import org.jamestandem.imap.acl.GrantStoreContract;

class MemoryGrantStoreTest implements GrantStoreContract {
    private final MemoryGrantStore store = new MemoryGrantStore(java.time.Clock.systemUTC());

    @Override
    public GrantStore testee() {
        return store;
    }
}
