package org.jamestandem.imap.acl.memory;

import java.time.Clock;
import org.jamestandem.imap.acl.GrantStore;
import org.jamestandem.imap.acl.ShareIndex;
import org.jamestandem.imap.acl.ShareIndexContract;

class MemoryShareIndexTest implements ShareIndexContract {
    private final MemoryGrantStore store = new MemoryGrantStore(Clock.systemUTC());

    @Override
    public GrantStore store() {
        return store;
    }

    @Override
    public ShareIndex testee() {
        return new MemoryShareIndex(store);
    }
}
