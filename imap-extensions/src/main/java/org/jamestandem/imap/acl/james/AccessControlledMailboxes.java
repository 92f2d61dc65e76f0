package org.jamestandem.imap.acl.james;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.List;
import javax.mail.Flags;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxACL;
import org.apache.james.mailbox.model.MailboxACL.Rfc4314Rights;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.mailbox.store.MailboxManagerConfiguration;
import org.apache.james.mailbox.store.MailboxReactorUtils;
import org.jamestandem.imap.acl.Rights;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The server's mailboxes for IMAP commands, one's own and other people's, each as far as the user's
 * rights go (RFC 4314 §4).
 *
 * <p>A mailbox whose list James cannot evaluate (a group locks everybody out, its owner too) is
 * settled on first contact. A mailbox of which the user may know nothing is not there. A mailbox
 * looked up by id is the selected one, and cannot be written to while it is {@linkplain
 * ExaminedMailbox examined}.
 */
@Singleton
public final class AccessControlledMailboxes extends ForwardingMailboxes {
    private final MailboxManager server;
    private final MailboxDirectory directory;
    private final MailboxAccess access;
    private final MailboxTree tree;
    private final MessageTransfers transfers;

    @Inject
    AccessControlledMailboxes(
            MailboxManager server,
            MailboxDirectory directory,
            MailboxAccess access,
            MailboxTree tree,
            MailboxManagerConfiguration configuration) {
        super(server);
        this.server = server;
        this.directory = directory;
        this.access = access;
        this.tree = tree;
        this.transfers = new MessageTransfers(configuration.getMoveBatcher());
    }

    /**
     * A mailbox and what the session's user may do with it.
     *
     * @param mailbox as James has it
     * @param manager lets the user do everything
     */
    public record Found(Mailbox mailbox, MessageManager manager, Rights rights) {
        MessageManager controlled(Username user) {
            return rights.equals(Rights.ALL)
                    ? manager
                    : new AccessControlledMailbox(manager, seenBy(user), rights);
        }

        /** Those of the flags that the user may set here. */
        public Flags permitted(Flags flags) {
            return FlagRights.permitted(flags, rights);
        }

        /** By this copy's list, James comes to the rights that the user has. */
        private Mailbox seenBy(Username user) {
            Mailbox seen = new Mailbox(mailbox);
            seen.setACL(ServerLists.of(user, rights));
            return seen;
        }
    }

    /**
     * As {@link #getMailboxReactive(MailboxPath, MailboxSession)}, with the rights; fails with
     * {@link MailboxNotFoundException} also when the user has none.
     */
    public Mono<Found> find(MailboxPath path, MailboxSession session) {
        return found(directory.find(path, session), session)
                .onErrorResume(
                        MailboxNotFoundException.class,
                        e ->
                                path.belongsTo(session)
                                        ? Mono.error(e)
                                        : access.pretend(session.getUser()).then(Mono.error(e)));
    }

    /** What the session's user may do with the mailbox of that name. */
    public Mono<Rights> rights(MailboxPath path, MailboxSession session) {
        return find(path, session).map(Found::rights);
    }

    private Mono<Found> found(Mono<Mailbox> lookup, MailboxSession session) {
        return lookup.flatMap(
                mailbox ->
                        access.rights(mailbox, session.getUser())
                                .flatMap(rights -> found(mailbox, rights, session)));
    }

    private Mono<Found> found(Mailbox mailbox, Rights rights, MailboxSession session) {
        return rights.isEmpty()
                ? Mono.error(() -> new MailboxNotFoundException(mailbox.generateAssociatedPath()))
                : Mono.fromCallable(() -> new Found(mailbox, open(mailbox, session), rights));
    }

    /** The mailbox with no limits for that user: limits are ours. */
    private MessageManager open(Mailbox mailbox, MailboxSession session) throws MailboxException {
        boolean own = mailbox.generateAssociatedPath().belongsTo(session);
        if (own && ServerLists.harmless(mailbox.getACL())) {
            return server.getMailbox(mailbox, session);
        }
        Mailbox opened = new Mailbox(mailbox);
        opened.setACL(ServerLists.of(session.getUser(), Rights.ALL));
        return server.getMailbox(opened, session);
    }

    /** The selected mailbox: as {@link #find}, less what EXAMINE withholds. */
    public Mono<Found> selected(MailboxId id, MailboxSession session) {
        return found(directory.find(id, session), session)
                .map(
                        found ->
                                new Found(
                                        found.mailbox(),
                                        found.manager(),
                                        ExaminedMailbox.restrict(session, id, found.rights())));
    }

    @Override
    public Mono<MessageManager> getMailboxReactive(MailboxPath path, MailboxSession session) {
        return find(path, session).map(found -> found.controlled(session.getUser()));
    }

    @Override
    public Mono<MessageManager> getMailboxReactive(MailboxId id, MailboxSession session) {
        return selected(id, session).map(found -> found.controlled(session.getUser()));
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
        return transfers.copy(range, selected(from, session), target(to, session), session);
    }

    @Override
    public Flux<MessageRange> moveMessagesReactive(
            MessageRange range, MailboxId from, MailboxId to, MailboxSession session) {
        return transfers.move(range, selected(from, session), target(to, session), session);
    }

    private Mono<Found> target(MailboxId id, MailboxSession session) {
        return found(directory.find(id, session), session);
    }

    @Override
    public Mono<MailboxId> createMailboxReactive(MailboxPath path, MailboxSession session) {
        return tree.create(path, session);
    }

    @Override
    public Mono<List<MailboxRenamedResult>> renameMailboxReactive(
            MailboxPath from, MailboxPath to, RenameOption option, MailboxSession session) {
        return tree.rename(from, to, option, session);
    }

    @Override
    public Mono<Void> deleteMailboxReactive(MailboxPath path, MailboxSession session) {
        return tree.delete(path, session);
    }

    @Override
    public Mono<Mailbox> deleteMailboxReactive(MailboxId id, MailboxSession session) {
        return directory
                .find(id, session)
                .flatMap(
                        mailbox ->
                                tree.delete(mailbox.generateAssociatedPath(), session)
                                        .thenReturn(mailbox));
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
