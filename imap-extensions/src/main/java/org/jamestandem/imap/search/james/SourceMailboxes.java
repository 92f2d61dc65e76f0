package org.jamestandem.imap.search.james;

import com.google.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.james.core.Username;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxManager.MailboxSearchFetchType;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.SubscriptionManager;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.exception.SubscriptionException;
import org.apache.james.mailbox.model.MailboxMetaData;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.model.search.MailboxQuery;
import org.jamestandem.imap.acl.Right;
import org.jamestandem.imap.acl.Rights;
import org.jamestandem.imap.acl.james.AccessControlledMailboxes;
import org.jamestandem.imap.acl.james.VisibleShares;
import org.jamestandem.imap.sharing.james.MailboxNames;
import org.jamestandem.imap.sharing.james.Place;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The mailboxes behind source options, each once, as far as the user may read them; those that were
 * not named must be visible, too. All others are left out, whether they exist or not (RFC 7377
 * §2.2).
 */
final class SourceMailboxes {
    private static final Set<Right> NAMED = Set.of(Right.READ);
    private static final Set<Right> MET = Set.of(Right.READ, Right.LOOKUP);

    private final MailboxManager mailboxes;
    private final AccessControlledMailboxes access;
    private final SubscriptionManager subscriptions;
    private final MailboxNames names;
    private final VisibleShares shares;

    @Inject
    SourceMailboxes(
            MailboxManager mailboxes,
            AccessControlledMailboxes access,
            SubscriptionManager subscriptions,
            MailboxNames names,
            VisibleShares shares) {
        this.mailboxes = mailboxes;
        this.access = access;
        this.subscriptions = subscriptions;
        this.names = names;
        this.shares = shares;
    }

    private record Candidate(MailboxPath path, Set<Right> needed) {}

    /** In the order of the sources. */
    Flux<MailboxPath> of(List<MailboxSource> sources, ImapSession session) {
        return Flux.fromIterable(sources)
                .concatMap(source -> candidates(source, session))
                .distinct(Candidate::path)
                .concatMap(candidate -> readable(candidate, session.getMailboxSession()));
    }

    private Mono<MailboxPath> readable(Candidate candidate, MailboxSession user) {
        return access.rights(candidate.path(), user)
                .map(Rights::members)
                .filter(rights -> rights.containsAll(candidate.needed()))
                .map(rights -> candidate.path())
                .onErrorResume(MailboxException.class, e -> Mono.empty());
    }

    private Flux<Candidate> candidates(MailboxSource source, ImapSession session) {
        return switch (source.kind()) {
            case SELECTED ->
                    session.getSelected()
                            .getPathReactive()
                            .map(path -> new Candidate(path, NAMED))
                            .flux();
            case MAILBOXES -> named(source, session).map(path -> new Candidate(path, NAMED));
            case SUBSCRIBED -> subscribed(session.getMailboxSession());
            case INBOXES, PERSONAL -> personal(session.getMailboxSession(), path -> true);
            case SUBTREE, SUBTREE_ONE ->
                    named(source, session)
                            .concatMap(
                                    root ->
                                            below(
                                                    root,
                                                    source.kind(),
                                                    session.getMailboxSession()));
        };
    }

    /** Names that cannot be of a mailbox are left out as those of no mailbox are. */
    private Flux<MailboxPath> named(MailboxSource source, ImapSession session) {
        return Flux.fromIterable(source.names())
                .concatMap(name -> Mono.justOrEmpty(names.place(name, session)))
                .map(Place::path);
    }

    private Flux<Candidate> subscribed(MailboxSession user) {
        return Flux.defer(
                        () -> {
                            try {
                                return subscriptions.subscriptionsReactive(user);
                            } catch (SubscriptionException e) {
                                return Flux.error(e);
                            }
                        })
                .map(path -> new Candidate(path, MET));
    }

    private Flux<Candidate> below(MailboxPath root, MailboxSource.Kind kind, MailboxSession user) {
        Predicate<MailboxPath> wanted =
                isBelow(root, kind == MailboxSource.Kind.SUBTREE_ONE, user.getPathDelimiter());
        Flux<Candidate> lower =
                root.belongsTo(user) ? personal(user, wanted) : shared(root, user, wanted);
        return Flux.concat(Mono.just(new Candidate(root, NAMED)), lower);
    }

    private static Predicate<MailboxPath> isBelow(
            MailboxPath root, boolean oneLevel, char delimiter) {
        String prefix = root.getName() + delimiter;
        return path ->
                path.getName().startsWith(prefix)
                        && !(oneLevel && path.getName().indexOf(delimiter, prefix.length()) >= 0);
    }

    /** What the owner of that mailbox shares with the user. */
    private Flux<Candidate> shared(
            MailboxPath root, MailboxSession user, Predicate<MailboxPath> wanted) {
        Username owner = root.getUser();
        return shares.of(user.getUser(), owner.asString())
                .flatMapIterable(VisibleShares.Found::mailboxes)
                .map(visible -> MailboxPath.forUser(owner, visible.mailbox().name()))
                .filter(wanted)
                .sort(Comparator.comparing(MailboxPath::getName))
                .map(path -> new Candidate(path, MET));
    }

    private Flux<Candidate> personal(MailboxSession user, Predicate<MailboxPath> wanted) {
        MailboxQuery all =
                MailboxQuery.privateMailboxesBuilder(user).matchesAllMailboxNames().build();
        return mailboxes
                .search(all, MailboxSearchFetchType.Minimal, user)
                .filter(found -> found.getSelectability() != MailboxMetaData.Selectability.NOSELECT)
                .map(MailboxMetaData::getPath)
                .filter(wanted)
                .map(path -> new Candidate(path, MET));
    }
}
