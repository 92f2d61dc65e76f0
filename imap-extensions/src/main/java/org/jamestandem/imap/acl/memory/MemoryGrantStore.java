package org.jamestandem.imap.acl.memory;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jamestandem.imap.acl.AccessList;
import org.jamestandem.imap.acl.Grant;
import org.jamestandem.imap.acl.GrantChange;
import org.jamestandem.imap.acl.GrantStore;
import org.jamestandem.imap.acl.Identifier;
import org.jamestandem.imap.acl.MailboxKey;
import org.jamestandem.imap.acl.Rights;
import org.jamestandem.imap.acl.Share;
import org.jamestandem.imap.acl.ShareScope;
import org.jamestandem.imap.acl.StoredList;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Grants in this process, for servers whose mailboxes are in memory too. */
@Singleton
public final class MemoryGrantStore implements GrantStore {
    private final Map<String, StoredList> lists = new HashMap<>();
    private final Map<ShareScope, Map<MailboxKey, Rights>> shares = new HashMap<>();

    @Inject
    public MemoryGrantStore() {}

    @Override
    public Mono<StoredList> read(String mailboxId) {
        return Mono.fromCallable(() -> current(mailboxId));
    }

    @Override
    public Mono<Void> change(MailboxKey mailbox, GrantChange change) {
        return Mono.fromRunnable(() -> apply(mailbox, change));
    }

    @Override
    public Mono<Void> show(MailboxKey mailbox, Set<Grant> added, Set<Grant> removed) {
        return Mono.fromRunnable(() -> note(mailbox, added, removed));
    }

    @Override
    public Mono<Void> forget(MailboxKey mailbox) {
        return Mono.fromRunnable(() -> drop(mailbox));
    }

    @Override
    public Flux<Share> shares(ShareScope scope) {
        return Flux.defer(() -> Flux.fromIterable(found(scope)));
    }

    private synchronized StoredList current(String mailboxId) {
        return lists.getOrDefault(mailboxId, StoredList.UNKNOWN);
    }

    private synchronized void apply(MailboxKey mailbox, GrantChange change) {
        StoredList before = current(mailbox.id());
        AccessList after = before.grants().with(change.identifier(), change.change());
        lists.put(mailbox.id(), new StoredList(after, before.shown()));
        index(mailbox, change.identifier(), after.of(change.identifier()));
    }

    private synchronized void note(MailboxKey mailbox, Set<Grant> added, Set<Grant> removed) {
        StoredList before = current(mailbox.id());
        Set<Grant> shown = new HashSet<>(before.shown());
        shown.removeAll(removed);
        shown.addAll(added);
        lists.put(mailbox.id(), new StoredList(before.grants(), shown));
    }

    private synchronized void drop(MailboxKey mailbox) {
        current(mailbox.id())
                .grants()
                .entries()
                .keySet()
                .forEach(identifier -> index(mailbox, identifier, Rights.NONE));
        lists.remove(mailbox.id());
    }

    private synchronized List<Share> found(ShareScope scope) {
        List<Share> found = new ArrayList<>();
        shares.getOrDefault(scope, Map.of())
                .forEach((mailbox, rights) -> found.add(new Share(mailbox, rights)));
        return found;
    }

    private void index(MailboxKey mailbox, Identifier identifier, Rights rights) {
        ShareScope scope = ShareScope.of(mailbox, identifier);
        Map<MailboxKey, Rights> mailboxes = shares.computeIfAbsent(scope, s -> new HashMap<>());
        if (rights.isEmpty()) {
            mailboxes.remove(mailbox);
        } else {
            mailboxes.put(mailbox, rights);
        }
        if (mailboxes.isEmpty()) {
            shares.remove(scope);
        }
    }
}
