package org.jamestandem.imap.acl.james;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxACL.Rfc4314Rights;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.store.MailboxReactorUtils;
import reactor.core.publisher.Mono;

/**
 * The server's mailboxes for IMAP commands. A mailbox whose list James cannot evaluate (a group
 * locks everybody out, its owner too) is settled on first contact; the list of a mailbox that is
 * deleted goes with it (RFC 4314 §4, DELETE). Mailboxes with harmless lists cost nothing.
 */
@Singleton
public final class SettledMailboxes extends ForwardingMailboxes {
    private final MailboxManager server;
    private final AccessLists lists;

    @Inject
    SettledMailboxes(MailboxManager server, AccessLists lists) {
        super(server);
        this.server = server;
        this.lists = lists;
    }

    @Override
    public Mono<MessageManager> getMailboxReactive(MailboxPath path, MailboxSession session) {
        return settled(Mono.from(server.getMailboxReactive(path, session)));
    }

    @Override
    public Mono<MessageManager> getMailboxReactive(MailboxId id, MailboxSession session) {
        return settled(Mono.from(server.getMailboxReactive(id, session)));
    }

    /** Looks again once the list is settled, since what was found carries the old one. */
    private Mono<MessageManager> settled(Mono<MessageManager> lookup) {
        return lookup.flatMap(
                found ->
                        mailbox(found)
                                .filter(mailbox -> !ServerLists.harmless(mailbox.getACL()))
                                .flatMap(lists::of)
                                .flatMap(list -> lookup)
                                .defaultIfEmpty(found));
    }

    private static Mono<Mailbox> mailbox(MessageManager found) {
        return Mono.fromCallable(found::getMailboxEntity);
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
    public boolean hasRight(Mailbox mailbox, Right right, MailboxSession session)
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
    public Mono<Void> deleteMailboxReactive(MailboxPath path, MailboxSession session) {
        return Mono.from(server.getMailboxReactive(path, session))
                .flatMap(SettledMailboxes::mailbox)
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
