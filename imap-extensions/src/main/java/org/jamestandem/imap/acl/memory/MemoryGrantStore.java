package org.jamestandem.imap.acl.memory;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jamestandem.imap.acl.AccessList;
import org.jamestandem.imap.acl.Grant;
import org.jamestandem.imap.acl.GrantChange;
import org.jamestandem.imap.acl.GrantStore;
import org.jamestandem.imap.acl.Identifier;
import org.jamestandem.imap.acl.MailboxKey;
import org.jamestandem.imap.acl.NamedMailbox;
import org.jamestandem.imap.acl.Rights;
import org.jamestandem.imap.acl.RightsChange;
import org.jamestandem.imap.acl.RightsChange.Mode;
import org.jamestandem.imap.acl.Share;
import org.jamestandem.imap.acl.ShareScope;
import org.jamestandem.imap.acl.StoredList;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Grants in this process, for servers whose mailboxes are in memory too. */
@Singleton
public final class MemoryGrantStore implements GrantStore {
    private final Clock clock;
    private final Map<String, Map<Identifier, Entry>> lists = new HashMap<>();
    private final Map<String, Set<Grant>> shown = new HashMap<>();
    private final Map<String, NamedMailbox> mailboxes = new HashMap<>();
    private final Map<ShareScope, Set<String>> index = new HashMap<>();

    @Inject
    public MemoryGrantStore(Clock clock) {
        this.clock = clock;
    }

    private record Entry(Rights rights, Instant until) {}

    @Override
    public Mono<StoredList> read(String mailboxId) {
        return Mono.fromCallable(() -> current(mailboxId));
    }

    @Override
    public Mono<Void> change(NamedMailbox mailbox, GrantChange change) {
        return Mono.fromRunnable(() -> apply(mailbox, change));
    }

    @Override
    public Mono<Void> limit(MailboxKey mailbox, Identifier identifier, Instant until) {
        return Mono.fromRunnable(() -> end(mailbox, identifier, until));
    }

    @Override
    public Mono<Void> rename(NamedMailbox mailbox) {
        return Mono.fromRunnable(() -> called(mailbox));
    }

    @Override
    public Mono<Void> move(String before, NamedMailbox mailbox) {
        return Mono.fromRunnable(() -> hand(before, mailbox));
    }

    @Override
    public Mono<Void> copy(NamedMailbox mailbox, Identifier from, Identifier to) {
        return Mono.fromRunnable(() -> give(mailbox, from, to));
    }

    @Override
    public Mono<Void> show(MailboxKey mailbox, Set<Grant> added, Set<Grant> removed) {
        return Mono.fromRunnable(() -> note(mailbox.id(), added, removed));
    }

    @Override
    public Mono<Void> forget(MailboxKey mailbox) {
        return Mono.fromRunnable(() -> drop(mailbox));
    }

    @Override
    public Flux<Share> shares(ShareScope scope) {
        return Flux.defer(() -> Flux.fromIterable(found(scope)));
    }

    @Override
    public Flux<Share> shares(ShareScope scope, String owner) {
        return shares(scope).filter(share -> share.mailbox().key().owner().equals(owner));
    }

    /** Ids of all mailboxes behind that one. */
    synchronized List<String> mailboxes(String after) {
        return lists.keySet().stream().filter(id -> id.compareTo(after) > 0).sorted().toList();
    }

    /** Every entry whose time is not over. */
    synchronized List<Share> entries() {
        return index.keySet().stream().flatMap(scope -> found(scope).stream()).toList();
    }

    /** Drops a list. */
    synchronized void drop(String mailboxId) {
        NamedMailbox known = mailboxes.get(mailboxId);
        if (known != null) {
            drop(known.key());
        }
    }

    private synchronized StoredList current(String mailboxId) {
        Map<Identifier, Rights> grants = new TreeMap<>();
        Set<Identifier> temporary = new HashSet<>();
        live(mailboxId)
                .forEach(
                        (identifier, entry) -> {
                            grants.put(identifier, entry.rights());
                            if (entry.until().isBefore(Instant.MAX)) {
                                temporary.add(identifier);
                            }
                        });
        return new StoredList(
                new AccessList(grants), temporary, shown.getOrDefault(mailboxId, Set.of()));
    }

    private Map<Identifier, Entry> live(String mailboxId) {
        Map<Identifier, Entry> live = new TreeMap<>(lists.getOrDefault(mailboxId, Map.of()));
        Instant now = clock.instant();
        live.values().removeIf(entry -> !entry.until().isAfter(now));
        return live;
    }

    private synchronized void apply(NamedMailbox mailbox, GrantChange change) {
        Identifier identifier = change.identifier();
        String id = mailbox.key().id();
        Map<Identifier, Entry> list = lists.computeIfAbsent(id, any -> new TreeMap<>());
        Entry before = list.getOrDefault(identifier, new Entry(Rights.NONE, Instant.MAX));
        boolean replaced = change.change().mode() == Mode.REPLACE;
        Entry after =
                new Entry(
                        change.change().appliedTo(before.rights()),
                        replaced ? Instant.MAX : before.until());
        mailboxes.put(id, mailbox);
        list.put(identifier, after);
        if (after.rights().isEmpty()) {
            list.remove(identifier);
        }
        index.computeIfAbsent(scope(mailbox.key(), identifier), any -> new HashSet<>()).add(id);
    }

    private synchronized void end(MailboxKey mailbox, Identifier identifier, Instant until) {
        lists.getOrDefault(mailbox.id(), Map.of())
                .computeIfPresent(identifier, (any, entry) -> new Entry(entry.rights(), until));
    }

    private synchronized void called(NamedMailbox mailbox) {
        mailboxes.replace(mailbox.key().id(), mailbox);
    }

    private synchronized void hand(String before, NamedMailbox mailbox) {
        String id = mailbox.key().id();
        for (Identifier identifier : lists.getOrDefault(id, Map.of()).keySet()) {
            unlist(new MailboxKey(id, before), identifier);
            index.computeIfAbsent(scope(mailbox.key(), identifier), any -> new HashSet<>()).add(id);
        }
        mailboxes.replace(id, mailbox);
    }

    private synchronized void give(NamedMailbox mailbox, Identifier from, Identifier to) {
        Map<Identifier, Entry> live = live(mailbox.key().id());
        Entry given = live.get(from);
        Entry own = live.get(to);
        if (given == null || own != null && given.until().isBefore(own.until())) {
            return;
        }
        apply(mailbox, new GrantChange(to, RightsChange.add(given.rights())));
        end(mailbox.key(), to, own == null ? given.until() : own.until());
    }

    private synchronized void note(String mailboxId, Set<Grant> added, Set<Grant> removed) {
        Set<Grant> noted = new HashSet<>(shown.getOrDefault(mailboxId, Set.of()));
        noted.removeAll(removed);
        noted.addAll(added);
        shown.put(mailboxId, noted);
    }

    private synchronized void drop(MailboxKey mailbox) {
        Map<Identifier, Entry> dropped = lists.remove(mailbox.id());
        if (dropped != null) {
            dropped.keySet().forEach(identifier -> unlist(mailbox, identifier));
        }
        shown.remove(mailbox.id());
        mailboxes.remove(mailbox.id());
    }

    private void unlist(MailboxKey mailbox, Identifier identifier) {
        index.getOrDefault(scope(mailbox, identifier), Set.of()).remove(mailbox.id());
    }

    private synchronized List<Share> found(ShareScope scope) {
        List<Share> found = new ArrayList<>();
        for (String id : index.getOrDefault(scope, Set.of())) {
            live(id).forEach(
                            (identifier, entry) -> {
                                if (identifier.subject().equals(scope.subject())) {
                                    found.add(
                                            new Share(
                                                    mailboxes.get(id),
                                                    new Grant(identifier, entry.rights())));
                                }
                            });
        }
        return found;
    }

    private static ShareScope scope(MailboxKey mailbox, Identifier identifier) {
        return ShareScope.of(mailbox, identifier.subject());
    }
}
