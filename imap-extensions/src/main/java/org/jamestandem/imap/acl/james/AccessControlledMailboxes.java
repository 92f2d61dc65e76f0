package org.jamestandem.imap.acl.james;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.MessageManager.FlagsUpdateMode;
import org.apache.james.mailbox.exception.InsufficientRightsException;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxACL;
import org.apache.james.mailbox.model.MailboxACL.Rfc4314Rights;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.mailbox.store.MailboxReactorUtils;
import org.jamestandem.imap.acl.Right;
import org.jamestandem.imap.acl.Rights;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The server's mailboxes for IMAP commands, each as far as the user's rights go (RFC 4314 §4).
 *
 * <p>A mailbox whose list James cannot evaluate (a group locks everybody out, its owner too) is
 * settled on first contact; the list of a mailbox that is deleted goes with it. A mailbox looked up
 * by id is the selected one, and cannot be written to while it is {@linkplain ExaminedMailbox
 * examined}.
 */
@Singleton
public final class AccessControlledMailboxes extends ForwardingMailboxes {
    private static final Rights MOVE_AWAY = Rights.of(Right.DELETE_MESSAGES, Right.EXPUNGE);

    private final MailboxManager server;
    private final AccessLists lists;
    private final MailboxAccess access;

    @Inject
    AccessControlledMailboxes(MailboxManager server, AccessLists lists, MailboxAccess access) {
        super(server);
        this.server = server;
        this.lists = lists;
        this.access = access;
    }

    /** A mailbox and what the session's user may do with it. */
    record Found(MessageManager manager, Rights rights) {
        MessageManager controlled() {
            return rights.equals(Rights.ALL)
                    ? manager
                    : new AccessControlledMailbox(manager, rights);
        }
    }

    /** As {@link #getMailboxReactive(MailboxPath, MailboxSession)}, with the rights. */
    Mono<Found> find(MailboxPath path, MailboxSession session) {
        return found(Mono.from(server.getMailboxReactive(path, session)), session);
    }

    /** What the session's user may do with the mailbox of that name. */
    public Mono<Rights> rights(MailboxPath path, MailboxSession session) {
        return find(path, session).map(Found::rights);
    }

    private Mono<Found> found(Mono<MessageManager> lookup, MailboxSession session) {
        return lookup.flatMap(
                manager ->
                        mailbox(manager)
                                .flatMap(mailbox -> found(manager, mailbox, lookup, session)));
    }

    private Mono<Found> found(
            MessageManager manager,
            Mailbox mailbox,
            Mono<MessageManager> lookup,
            MailboxSession session) {
        return access.rights(mailbox, session.getUser())
                .flatMap(
                        rights ->
                                settled(manager, mailbox, lookup)
                                        .map(settled -> new Found(settled, rights)));
    }

    /** Looks again once a list is settled, since what was found carries the old one. */
    private static Mono<MessageManager> settled(
            MessageManager manager, Mailbox mailbox, Mono<MessageManager> lookup) {
        return ServerLists.harmless(mailbox.getACL()) ? Mono.just(manager) : lookup;
    }

    private static Mono<Mailbox> mailbox(MessageManager found) {
        return Mono.fromCallable(found::getMailboxEntity);
    }

    /** The selected mailbox: as {@link #find}, less what EXAMINE withholds. */
    Mono<Found> selected(MailboxId id, MailboxSession session) {
        return found(Mono.from(server.getMailboxReactive(id, session)), session)
                .map(
                        found ->
                                new Found(
                                        found.manager(),
                                        ExaminedMailbox.restrict(session, id, found.rights())));
    }

    @Override
    public Mono<MessageManager> getMailboxReactive(MailboxPath path, MailboxSession session) {
        return find(path, session).map(Found::controlled);
    }

    @Override
    public Mono<MessageManager> getMailboxReactive(MailboxId id, MailboxSession session) {
        return selected(id, session).map(Found::controlled);
    }

    @Override
    public MessageManager getMailbox(MailboxPath path, MailboxSession session)
            throws MailboxException {
        return MailboxReactorUtils.block(getMailboxReactive(path, session));
    }

    @Override
    public MessageManager getMailbox(MailboxId id, MailboxSession session) throws MailboxException {
        return MailboxReactorUtils.block(getMailboxReactive(id, session));
    }

    @Override
    public MessageManager getMailbox(Mailbox mailbox, MailboxSession session)
            throws MailboxException {
        return server.getMailbox(harmless(mailbox), session);
    }

    @Override
    public boolean hasRight(Mailbox mailbox, MailboxACL.Right right, MailboxSession session)
            throws MailboxException {
        return server.hasRight(harmless(mailbox), right, session);
    }

    @Override
    public Rfc4314Rights myRights(Mailbox mailbox, MailboxSession session) {
        return server.myRights(harmless(mailbox), session);
    }

    private static Mailbox harmless(Mailbox mailbox) {
        if (ServerLists.harmless(mailbox.getACL())) {
            return mailbox;
        }
        Mailbox copy = new Mailbox(mailbox);
        copy.setACL(ServerLists.harmlessPart(mailbox));
        return copy;
    }

    @Override
    public Flux<MessageRange> copyMessagesReactive(
            MessageRange range, MailboxId from, MailboxId to, MailboxSession session) {
        return target(to, session)
                .flatMapMany(
                        target ->
                                Flux.from(server.copyMessagesReactive(range, from, to, session))
                                        .concatMap(copied -> arrived(target, copied, session)));
    }

    @Override
    public Flux<MessageRange> moveMessagesReactive(
            MessageRange range, MailboxId from, MailboxId to, MailboxSession session) {
        return selected(from, session)
                .filter(source -> source.rights().members().containsAll(MOVE_AWAY.members()))
                .switchIfEmpty(missing("t and e"))
                .then(target(to, session))
                .flatMapMany(
                        target ->
                                Flux.from(server.moveMessagesReactive(range, from, to, session))
                                        .concatMap(moved -> arrived(target, moved, session)));
    }

    private Mono<Found> target(MailboxId id, MailboxSession session) {
        return found(Mono.from(server.getMailboxReactive(id, session)), session)
                .filter(target -> target.rights().contains(Right.INSERT))
                .switchIfEmpty(missing("i"));
    }

    private static <T> Mono<T> missing(String right) {
        return Mono.error(() -> new InsufficientRightsException("Missing right: " + right));
    }

    /** Flags that the user may not set do not arrive with a message (RFC 4314 §4). */
    private static Mono<MessageRange> arrived(
            Found target, MessageRange messages, MailboxSession session) {
        if (target.rights().members().containsAll(FlagRights.ALL.members())) {
            return Mono.just(messages);
        }
        MessageManager mailbox = target.manager();
        return mailbox.getApplicableFlagsReactive(session)
                .map(known -> FlagRights.refused(known, target.rights()))
                .flatMap(
                        refused ->
                                Mono.from(
                                        mailbox.setFlagsReactive(
                                                refused,
                                                FlagsUpdateMode.REMOVE,
                                                messages,
                                                session)))
                .thenReturn(messages);
    }

    @Override
    public Mono<Void> deleteMailboxReactive(MailboxPath path, MailboxSession session) {
        return Mono.from(server.getMailboxReactive(path, session))
                .flatMap(AccessControlledMailboxes::mailbox)
                .flatMap(
                        mailbox ->
                                server.deleteMailboxReactive(path, session)
                                        .then(lists.forget(mailbox)));
    }

    @Override
    public Mono<Mailbox> deleteMailboxReactive(MailboxId id, MailboxSession session) {
        return server.deleteMailboxReactive(id, session)
                .flatMap(deleted -> lists.forget(deleted).thenReturn(deleted));
    }

    @Override
    public void deleteMailbox(MailboxPath path, MailboxSession session) throws MailboxException {
        MailboxReactorUtils.block(deleteMailboxReactive(path, session));
    }

    @Override
    public Mailbox deleteMailbox(MailboxId id, MailboxSession session) throws MailboxException {
        return MailboxReactorUtils.block(deleteMailboxReactive(id, session));
    }
}
