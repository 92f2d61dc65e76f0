package org.jamestandem.imap.acl.james;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxACL;
import org.apache.james.mailbox.model.MailboxACL.ACLCommand;
import org.jamestandem.imap.acl.AccessList;
import org.jamestandem.imap.acl.GrantChange;
import org.jamestandem.imap.acl.GrantStore;
import org.jamestandem.imap.acl.Identifier;
import org.jamestandem.imap.acl.MailboxKey;
import org.jamestandem.imap.acl.Rights;
import org.jamestandem.imap.acl.RightsChange;
import org.jamestandem.imap.acl.ServerProjection;
import org.jamestandem.imap.acl.StoredList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The access control lists of James' mailboxes: kept in our store, and shown to the rest of James
 * as far as it can evaluate them safely ({@link ServerProjection}).
 *
 * <p>Whoever else writes James' own list (JMAP, a James without Tandem) is heard: what differs from
 * what both last agreed on is taken over as additions and removals, then the projection is written
 * again. James' list is always read before the store, so a change of ours that is seen there is in
 * the store already and is never taken for somebody else's. A node that dies between the writes
 * leaves a difference, which the next reader settles.
 */
@Singleton
public final class AccessLists {
    private static final Logger LOGGER = LoggerFactory.getLogger(AccessLists.class);

    private final GrantStore store;
    private final MailboxManager mailboxes;

    @Inject
    public AccessLists(GrantStore store, MailboxManager mailboxes) {
        this.store = store;
        this.mailboxes = mailboxes;
    }

    /**
     * The list of that mailbox, settled with James' own.
     *
     * @param mailbox as just read from James
     */
    public Mono<AccessList> of(Mailbox mailbox) {
        return settled(mailbox).map(Settled::grants);
    }

    /** Changes one entry of that mailbox, in the store and in what James shows. */
    public Mono<Void> change(Mailbox mailbox, GrantChange change, Username by) {
        MailboxKey key = key(mailbox);
        return settled(mailbox)
                .flatMap(
                        before ->
                                store.change(key, change)
                                        .then(store.read(key.id()))
                                        .flatMap(now -> publish(mailbox, before.server(), now))
                                        .doOnNext(after -> log(key, change, by, before, after)))
                .then();
    }

    /** Drops the list of a mailbox that is deleted. */
    public Mono<Void> forget(Mailbox mailbox) {
        return store.forget(key(mailbox));
    }

    /** The mailbox as grants know it. */
    static MailboxKey key(Mailbox mailbox) {
        return new MailboxKey(mailbox.getMailboxId().serialize(), mailbox.getUser().asString());
    }

    private Mono<Settled> settled(Mailbox mailbox) {
        MailboxKey key = key(mailbox);
        return store.read(key.id()).flatMap(stored -> settled(mailbox, key, stored));
    }

    private Mono<Settled> settled(Mailbox mailbox, MailboxKey key, StoredList stored) {
        AccessList projection = ServerProjection.of(stored.grants());
        if (ServerLists.commands(mailbox.getACL(), projection).isEmpty()) {
            return agreed(key, stored, projection)
                    .thenReturn(new Settled(stored.grants(), mailbox.getACL()));
        }
        AccessList server = ServerLists.read(mailbox.getACL(), key.owner());
        return Flux.fromIterable(news(stored.agreed(), server))
                .doOnNext(change -> LOGGER.info("{} takes over from James: {}", key, change))
                .concatMap(change -> store.change(key, change))
                .then(store.read(key.id()))
                .flatMap(now -> publish(mailbox, mailbox.getACL(), now));
    }

    private static List<GrantChange> news(AccessList agreed, AccessList server) {
        Set<Identifier> identifiers = new TreeSet<>(agreed.entries().keySet());
        identifiers.addAll(server.entries().keySet());
        List<GrantChange> news = new ArrayList<>();
        for (Identifier identifier : identifiers) {
            Rights added = server.of(identifier).minus(agreed.of(identifier));
            Rights removed = agreed.of(identifier).minus(server.of(identifier));
            if (!added.isEmpty()) {
                news.add(new GrantChange(identifier, RightsChange.add(added)));
            }
            if (!removed.isEmpty()) {
                news.add(new GrantChange(identifier, RightsChange.remove(removed)));
            }
        }
        return news;
    }

    private Mono<Settled> publish(Mailbox mailbox, MailboxACL present, StoredList stored) {
        AccessList projection = ServerProjection.of(stored.grants());
        MailboxSession owner = mailboxes.createSystemSession(mailbox.getUser());
        Mono<Void> writing =
                Flux.fromIterable(ServerLists.commands(present, projection))
                        .concatMap(command -> apply(mailbox, command, owner))
                        .then();
        return mailboxes
                .manageProcessing(writing, owner)
                .then(agreed(key(mailbox), stored, projection))
                .thenReturn(new Settled(stored.grants(), ServerLists.write(projection)));
    }

    private Mono<Void> apply(Mailbox mailbox, ACLCommand command, MailboxSession owner) {
        return Mono.from(
                mailboxes.applyRightsCommandReactive(
                        mailbox.generateAssociatedPath(), command, owner));
    }

    private Mono<Void> agreed(MailboxKey key, StoredList stored, AccessList projection) {
        return stored.agreed().equals(projection) ? Mono.empty() : store.agree(key, projection);
    }

    private static void log(
            MailboxKey key, GrantChange change, Username by, Settled before, Settled after) {
        Identifier identifier = change.identifier();
        LOGGER.info(
                "{} of {}: {} changed entry '{}' from '{}' to '{}'",
                key.id(),
                key.owner(),
                by.asString(),
                identifier,
                before.grants().of(identifier),
                after.grants().of(identifier));
    }

    private record Settled(AccessList grants, MailboxACL server) {}
}
