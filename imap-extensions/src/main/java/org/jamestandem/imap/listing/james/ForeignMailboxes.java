package org.jamestandem.imap.listing.james;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.james.core.Username;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.SubscriptionManager;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.exception.SubscriptionException;
import org.apache.james.mailbox.model.MailboxPath;
import org.jamestandem.imap.acl.Right;
import org.jamestandem.imap.acl.Rights;
import org.jamestandem.imap.acl.james.AccessControlledMailboxes;
import org.jamestandem.imap.acl.james.VisibleShares;
import org.jamestandem.imap.acl.james.VisibleShares.Visible;
import org.jamestandem.imap.listing.NamePattern;
import org.jamestandem.imap.sharing.OwnedName;
import org.jamestandem.imap.sharing.SharedNames;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Other people's mailboxes that a user may look up, by the names they have for the user. */
@Singleton
final class ForeignMailboxes {
    private final VisibleShares shares;
    private final SharedNames names;
    private final SubscriptionManager subscriptions;
    private final AccessControlledMailboxes mailboxes;

    @Inject
    ForeignMailboxes(
            VisibleShares shares,
            SharedNames names,
            SubscriptionManager subscriptions,
            AccessControlledMailboxes mailboxes) {
        this.shares = shares;
        this.names = names;
        this.subscriptions = subscriptions;
        this.mailboxes = mailboxes;
    }

    /**
     * What the user may look up, with the rights. All that may match when the pattern names an
     * owner; else mailboxes shared with everybody are limited to a number and to those that are
     * subscribed.
     */
    Mono<Map<String, Rights>> visible(NamePattern pattern, ImapSession session) {
        Username user = session.getMailboxSession().getUser();
        return Mono.justOrEmpty(names.mailbox(user.asString(), pattern.literalPrefix() + "x"))
                .flatMap(named -> shares.of(user, named.owner()))
                .map(found -> named(found, user))
                .switchIfEmpty(Mono.defer(() -> limited(session)));
    }

    private Mono<Map<String, Rights>> limited(ImapSession session) {
        Username user = session.getMailboxSession().getUser();
        return shares.of(user)
                .flatMap(
                        found ->
                                found.cut()
                                        ? withSubscribed(named(found, user), session)
                                        : Mono.just(named(found, user)));
    }

    private Map<String, Rights> named(VisibleShares.Found found, Username user) {
        Map<String, Rights> named = new TreeMap<>();
        for (Visible visible : found.mailboxes()) {
            String owner = visible.mailbox().key().owner();
            if (visible.rights().contains(Right.LOOKUP) && !owner.equals(user.asString())) {
                OwnedName mailbox = new OwnedName(owner, visible.mailbox().name());
                named.put(names.nameFor(user.asString(), mailbox), visible.rights());
            }
        }
        return named;
    }

    private Mono<Map<String, Rights>> withSubscribed(
            Map<String, Rights> visible, ImapSession session) {
        MailboxSession user = session.getMailboxSession();
        return subscribedPaths(user)
                .filter(path -> !visible.containsKey(name(path, user)))
                .concatMap(
                        path ->
                                mailboxes
                                        .find(path, user)
                                        .filter(found -> found.rights().contains(Right.LOOKUP))
                                        .doOnNext(
                                                found ->
                                                        visible.put(
                                                                name(path, user), found.rights()))
                                        .onErrorResume(
                                                MailboxNotFoundException.class, e -> Mono.empty()))
                .then(Mono.just(visible));
    }

    /**
     * Names of other people's mailboxes that the user has subscribed, whether he sees them or not.
     */
    Mono<Set<String>> subscribed(ImapSession session) {
        MailboxSession user = session.getMailboxSession();
        return subscribedPaths(user).map(path -> name(path, user)).collectList().map(Set::copyOf);
    }

    private Flux<MailboxPath> subscribedPaths(MailboxSession user) {
        return subscriptions(user).filter(path -> !path.belongsTo(user));
    }

    /** Everything that the user has subscribed. */
    Flux<MailboxPath> subscriptions(MailboxSession user) {
        return Flux.defer(
                () -> {
                    try {
                        return Flux.from(subscriptions.subscriptionsReactive(user));
                    } catch (SubscriptionException e) {
                        return Flux.error(e);
                    }
                });
    }

    private String name(MailboxPath path, MailboxSession user) {
        return names.nameFor(
                user.getUser().asString(),
                new OwnedName(path.getUser().asString(), path.getName()));
    }

    /** What the user may do with mailboxes of his own in which he has given up rights, by name. */
    Mono<Map<String, Rights>> ownReduced(ImapSession session) {
        Username user = session.getMailboxSession().getUser();
        return shares.of(user, user.asString())
                .map(
                        found -> {
                            Map<String, Rights> rights = new TreeMap<>();
                            for (Visible own : found.mailboxes()) {
                                rights.put(own.mailbox().name(), own.rights());
                            }
                            return rights;
                        });
    }
}
