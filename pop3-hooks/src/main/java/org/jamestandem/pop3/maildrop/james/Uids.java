package org.jamestandem.pop3.maildrop.james;

import java.util.AbstractList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.RandomAccess;
import java.util.Set;
import org.apache.james.mailbox.MessageUid;

/** UIDs in which James' storage in memory may look for each message of a folder. */
final class Uids extends AbstractList<MessageUid> implements RandomAccess {
    private final List<MessageUid> ordered;
    private final Set<MessageUid> all;

    Uids(Collection<MessageUid> uids) {
        this.ordered = List.copyOf(uids);
        this.all = new HashSet<>(uids);
    }

    @Override
    public MessageUid get(int index) {
        return ordered.get(index);
    }

    @Override
    public int size() {
        return ordered.size();
    }

    @Override
    public boolean contains(Object one) {
        return all.contains(one);
    }
}
