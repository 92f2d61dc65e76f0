package org.jamestandem.imap.acl.james;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxACL;
import org.apache.james.mailbox.model.MailboxACL.ACLCommand;
import org.apache.james.mailbox.model.MailboxPath;
import org.jamestandem.imap.acl.AccessList;
import org.jamestandem.imap.acl.ForeignChanges;
import org.jamestandem.imap.acl.Grant;
import org.jamestandem.imap.acl.GrantChange;
import org.jamestandem.imap.acl.GrantStore;
import org.jamestandem.imap.acl.Identifier;
import org.jamestandem.imap.acl.MailboxKey;
import org.jamestandem.imap.acl.NamedMailbox;
import org.jamestandem.imap.acl.Rights;
import org.jamestandem.imap.acl.RightsChange;
import org.jamestandem.imap.acl.StoredList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The access control lists of James' mailboxes: kept in our store, and shown to the rest of James
 * as far as it can evaluate them safely ({@link ServerProjection}).
 *
 * <p>Whoever else writes James' own list (JMAP, a James without Tandem) is heard: what is not what
 * we have shown there is taken over ({@link ForeignChanges}), then the projection is written again.
 * James' list is always read before the store, and what we are about to write there is noted in the
 * store first, so that our own writes are not taken for somebody else's. A node that dies between
 * the writes leaves a difference, which the next reader settles.
 */
@Singleton
public final class AccessLists {
    private static final Logger LOGGER = LoggerFactory.getLogger(AccessLists.class);

    private final GrantStore store;
    private final MailboxManager mailboxes;
    private final ChangeLog log;
    private final AtomicLong changes = new AtomicLong();
    private final List<Consumer<MailboxKey>> listeners = new CopyOnWriteArrayList<>();

    @Inject
    public AccessLists(GrantStore store, MailboxManager mailboxes, ChangeLog log) {
        this.store = store;
        this.mailboxes = mailboxes;
        this.log = log;
    }

    /**
     * The list of that mailbox, settled with James' own.
     *
     * @param mailbox as just read from James
     */
    public Mono<AccessList> of(Mailbox mailbox) {
        return settled(mailbox).map(Settled::grants);
    }

    /** The list as it is stored, whatever James' own says. */
    Mono<AccessList> unsettled(MailboxKey mailbox) {
        return store.read(mailbox.id()).map(StoredList::grants);
    }

    /** Changes one entry of that mailbox, in the store and in what James shows. */
    public Mono<Void> change(Mailbox mailbox, GrantChange change, Username by) {
        return change(mailbox, change, Optional.empty(), by);
    }

    /** The same, with a time at which the entry ends by itself. */
    Mono<Void> change(Mailbox mailbox, GrantChange change, Optional<Instant> until, Username by) {
        MailboxKey key = key(mailbox);
        return settled(mailbox)
                .flatMap(
                        before ->
                                store.change(named(mailbox), change)
                                        .then(limited(key, change.identifier(), until))
                                        .then(store.read(key.id()))
                                        .flatMap(now -> publish(mailbox, before.server(), now))
                                        .doOnNext(
                                                after ->
                                                        log.changed(
                                                                mailbox,
                                                                by,
                                                                change.identifier(),
                                                                before.grants(),
                                                                after.grants())))
                .then()
                .transform(done -> announced(done, key));
    }

    private Mono<Void> limited(MailboxKey mailbox, Identifier identifier, Optional<Instant> until) {
        return Mono.justOrEmpty(until).flatMap(end -> store.limit(mailbox, identifier, end));
    }

    /** Drops the list of a mailbox that is deleted. */
    public Mono<Void> forget(MailboxKey mailbox) {
        return announced(store.forget(mailbox), mailbox);
    }

    /** Gives a mailbox that is new the entries of another one, but for rights that will end. */
    public Mono<Void> inherit(Mailbox from, Mailbox to) {
        return of(from).then(Mono.defer(() -> store.read(key(from).id())))
                .map(stored -> stored.lasting().entries())
                .filter(entries -> !entries.isEmpty())
                .flatMap(entries -> take(entries, to).transform(done -> announced(done, key(to))));
    }

    /** Gives a mailbox that is new, and of which nothing is known yet, these entries. */
    Mono<Void> begin(Mailbox mailbox, AccessList entries) {
        if (entries.entries().isEmpty()) {
            return Mono.empty();
        }
        return store.read(key(mailbox).id())
                .filter(stored -> stored.grants().entries().isEmpty())
                .flatMap(
                        unknown ->
                                take(entries.entries(), mailbox)
                                        .transform(done -> announced(done, key(mailbox))));
    }

    private Mono<Void> take(Map<Identifier, Rights> entries, Mailbox mailbox) {
        return Flux.fromIterable(entries.entrySet())
                .map(
                        entry ->
                                new GrantChange(
                                        entry.getKey(), RightsChange.replace(entry.getValue())))
                .concatMap(change -> store.change(named(mailbox), change))
                .then(Mono.defer(() -> store.read(key(mailbox).id())))
                .flatMap(now -> publish(mailbox, mailbox.getACL(), now))
                .then();
    }

    /**
     * Notes that a mailbox belongs to somebody else now.
     *
     * @param before whose it was
     */
    Mono<Void> move(String before, Mailbox mailbox) {
        return announced(store.move(before, named(mailbox)), key(mailbox));
    }

    /** Gives {@code to} what {@code from} has in that mailbox too. */
    Mono<Void> copy(Mailbox mailbox, Identifier from, Identifier to) {
        return announced(
                store.copy(named(mailbox), from, to).then(of(mailbox)).then(), key(mailbox));
    }

    /** Makes James' list what the stored one says since it was changed. */
    Mono<Void> published(Mailbox mailbox) {
        return announced(of(mailbox).then(), key(mailbox));
    }

    /** Notes that a mailbox has another name now. */
    public Mono<Void> rename(NamedMailbox mailbox) {
        return announced(store.rename(mailbox), mailbox.key());
    }

    /** However it ends: half a change is one too. Before whoever waits for it goes on. */
    private Mono<Void> announced(Mono<Void> change, MailboxKey key) {
        return change.doOnTerminate(() -> changed(key)).doOnCancel(() -> changed(key));
    }

    /** How many changes this node has made; for readers who remember lists. */
    long changes() {
        return changes.get();
    }

    /** Calls back after each change by this node, before the change is answered. */
    void onChange(Consumer<MailboxKey> listener) {
        listeners.add(listener);
    }

    private void changed(MailboxKey key) {
        changes.incrementAndGet();
        listeners.forEach(listener -> listener.accept(key));
    }

    /** The mailbox as grants know it. */
    static MailboxKey key(Mailbox mailbox) {
        return new MailboxKey(mailbox.getMailboxId().serialize(), mailbox.getUser().asString());
    }

    /** The mailbox as grants know it, and what it is called. */
    static NamedMailbox named(Mailbox mailbox) {
        return new NamedMailbox(key(mailbox), mailbox.getName());
    }

    private Mono<Settled> settled(Mailbox mailbox) {
        MailboxKey key = key(mailbox);
        return store.read(key.id()).flatMap(stored -> settled(mailbox, key, stored));
    }

    private Mono<Settled> settled(Mailbox mailbox, MailboxKey key, StoredList stored) {
        AccessList server = ServerLists.read(mailbox.getACL(), key.owner());
        List<GrantChange> foreign = ForeignChanges.in(server, stored);
        return Flux.fromIterable(foreign)
                .doOnNext(change -> LOGGER.info("{} takes over from James: {}", key, change))
                .concatMap(change -> announced(store.change(named(mailbox), change), key))
                .then(foreign.isEmpty() ? Mono.just(stored) : store.read(key.id()))
                .flatMap(now -> publish(mailbox, mailbox.getACL(), now));
    }

    /** Makes James' list what it may be, noting before and after what we do to it. */
    private Mono<Settled> publish(Mailbox mailbox, MailboxACL present, StoredList stored) {
        MailboxKey key = key(mailbox);
        AccessList projection = stored.projection().within(key.domain());
        List<ACLCommand> commands = ServerLists.commands(present, projection);
        Set<Grant> target = grants(projection);
        Set<Grant> underWay =
                commands.isEmpty()
                        ? Set.of()
                        : transition(ServerLists.read(present, key.owner()), projection);
        return note(key, stored.shown(), underWay, Set.of())
                .then(write(mailbox, commands))
                .then(note(key, stored.shown(), target, left(stored.shown(), underWay, target)))
                .thenReturn(new Settled(stored.grants(), ServerLists.write(projection)));
    }

    private static Set<Grant> grants(AccessList list) {
        return list.entries().entrySet().stream()
                .map(entry -> new Grant(entry.getKey(), entry.getValue()))
                .collect(Collectors.toSet());
    }

    /** Both ends of every entry that changes, so that whichever is met is known to be ours. */
    private static Set<Grant> transition(AccessList from, AccessList to) {
        Set<Identifier> identifiers = new HashSet<>(from.entries().keySet());
        identifiers.addAll(to.entries().keySet());
        return identifiers.stream()
                .filter(identifier -> !from.of(identifier).equals(to.of(identifier)))
                .flatMap(
                        identifier ->
                                Stream.of(
                                        new Grant(identifier, from.of(identifier)),
                                        new Grant(identifier, to.of(identifier))))
                .collect(Collectors.toSet());
    }

    private static Set<Grant> left(Set<Grant> before, Set<Grant> underWay, Set<Grant> target) {
        Set<Grant> left = new HashSet<>(before);
        left.addAll(underWay);
        left.removeAll(target);
        return left;
    }

    private Mono<Void> note(
            MailboxKey key, Set<Grant> known, Set<Grant> added, Set<Grant> removed) {
        return removed.isEmpty() && known.containsAll(added)
                ? Mono.empty()
                : store.show(key, added, removed);
    }

    private Mono<Void> write(Mailbox mailbox, List<ACLCommand> commands) {
        if (commands.isEmpty()) {
            return Mono.empty();
        }
        MailboxPath path = mailbox.generateAssociatedPath();
        MailboxSession owner = mailboxes.createSystemSession(mailbox.getUser());
        return mailboxes.manageProcessing(
                Flux.fromIterable(commands)
                        .concatMap(
                                command ->
                                        mailboxes.applyRightsCommandReactive(path, command, owner))
                        .then(),
                owner);
    }

    private record Settled(AccessList grants, MailboxACL server) {}
}
