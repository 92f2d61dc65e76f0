package org.jamestandem.imap.acl.james;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxManager.MailboxRenamedResult;
import org.apache.james.mailbox.MailboxManager.RenameOption;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.MailboxPath;
import org.jamestandem.imap.acl.AccessList;
import org.jamestandem.imap.acl.AclSettings;
import org.jamestandem.imap.acl.MailboxKey;
import org.jamestandem.imap.acl.NamedMailbox;
import org.jamestandem.imap.acl.StandingEntries;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Makes, renames and deletes mailboxes in anybody's tree, and their access control lists with them.
 * Whether the user may is asked before. James lets only the owner do it, so it is done in the
 * owner's name, by the user's session.
 */
@Singleton
final class MailboxTree {
    private final MailboxManager server;
    private final MailboxDirectory directory;
    private final AccessLists lists;
    private final StandingEntries defaults;

    @Inject
    MailboxTree(
            MailboxManager server,
            MailboxDirectory directory,
            AccessLists lists,
            AclSettings settings) {
        this.defaults = settings.defaults();
        this.server = server;
        this.directory = directory;
        this.lists = lists;
    }

    /** The nearest mailbox above that path; empty when there is none. */
    Mono<Mailbox> above(MailboxPath path, MailboxSession session) {
        List<MailboxPath> levels = path.getHierarchyLevels(session.getPathDelimiter());
        return Flux.fromStream(
                        () ->
                                Stream.iterate(levels.size() - 2, i -> i >= 0, i -> i - 1)
                                        .map(levels::get))
                .concatMap(parent -> known(parent, session))
                .next();
    }

    private Mono<Mailbox> known(MailboxPath path, MailboxSession session) {
        return directory
                .find(path, session)
                .onErrorResume(MailboxNotFoundException.class, e -> Mono.empty());
    }

    /** A new mailbox has the list of the one above, and so have levels that are made with it. */
    Mono<MailboxId> create(MailboxPath path, MailboxSession session) {
        MailboxSession owner = as(path.getUser(), session);
        MailboxPath sane = path.sanitize(session.getPathDelimiter());
        return above(sane, session)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(
                        parent ->
                                Mono.from(server.createMailboxReactive(path, owner))
                                        .delayUntil(created -> begin(parent, sane, session)));
    }

    private Mono<Void> begin(
            Optional<Mailbox> parent, MailboxPath created, MailboxSession session) {
        return parent.map(from -> inherit(from, created, session))
                .orElseGet(
                        () ->
                                Flux.fromIterable(
                                                created.getHierarchyLevels(
                                                        session.getPathDelimiter()))
                                        .concatMap(level -> known(level, session))
                                        .concatMap(made -> lists.begin(made, byDefault(made)))
                                        .then());
    }

    /** Whether a new mailbox of that name may have entries to begin with; asks nobody. */
    boolean mayBegin(MailboxPath path, MailboxId id, MailboxSession owner) {
        NamedMailbox mailbox =
                new NamedMailbox(
                        new MailboxKey(id.serialize(), path.getUser().asString()), path.getName());
        return path.getHierarchyLevels(owner.getPathDelimiter()).size() > 1
                || !defaults.on(mailbox).entries().isEmpty();
    }

    /** The list of a mailbox that was made by other ways, if it has none yet. */
    Mono<Void> begin(Mailbox mailbox, MailboxSession owner) {
        return above(mailbox.generateAssociatedPath(), owner)
                .flatMap(lists::of)
                .defaultIfEmpty(byDefault(mailbox))
                .flatMap(list -> lists.begin(mailbox, list));
    }

    private AccessList byDefault(Mailbox mailbox) {
        return defaults.on(AccessLists.named(mailbox));
    }

    private Mono<Void> inherit(Mailbox parent, MailboxPath created, MailboxSession session) {
        return Flux.fromIterable(created.getHierarchyLevels(session.getPathDelimiter()))
                .filter(level -> level.getName().length() > parent.getName().length())
                .concatMap(level -> known(level, session))
                .concatMap(made -> lists.inherit(parent, made))
                .then();
    }

    /** Renames a mailbox and those below it, within one owner's tree. */
    Mono<List<MailboxRenamedResult>> rename(
            MailboxPath from, MailboxPath to, RenameOption option, MailboxSession session) {
        return Mono.from(
                        server.renameMailboxReactive(from, to, option, as(from.getUser(), session)))
                .delayUntil(
                        renamed ->
                                Flux.fromIterable(renamed)
                                        .concatMap(each -> lists.rename(named(each))));
    }

    private static NamedMailbox named(MailboxRenamedResult renamed) {
        MailboxPath now = renamed.getDestinationPath();
        return new NamedMailbox(
                new MailboxKey(renamed.getMailboxId().serialize(), now.getUser().asString()),
                now.getName());
    }

    /** Deletes a mailbox and its list. */
    Mono<Void> delete(MailboxPath path, MailboxSession session) {
        return directory
                .find(path, session)
                .flatMap(
                        mailbox ->
                                server.deleteMailboxReactive(path, as(path.getUser(), session))
                                        .then(lists.forget(AccessLists.key(mailbox))));
    }

    /** The user's session in the owner's name: what it does is still known as this session's. */
    private static MailboxSession as(Username owner, MailboxSession session) {
        return owner.equals(session.getUser())
                ? session
                : new MailboxSession(
                        session.getSessionId(),
                        owner,
                        Optional.of(session.getUser()),
                        session.getLocalePreferences(),
                        session.getPathDelimiter(),
                        MailboxSession.SessionType.User);
    }
}
