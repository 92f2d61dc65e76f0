package org.jamestandem.imap.acl.james;

import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.exception.InsufficientRightsException;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.ComposedMessageIdWithMetaData;
import org.apache.james.mailbox.model.FetchGroup;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxACL;
import org.apache.james.mailbox.model.MailboxCounters;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.mailbox.model.MessageResult;
import org.apache.james.mailbox.model.MessageResultIterator;
import org.apache.james.mailbox.model.SearchQuery;
import org.apache.james.mailbox.store.MailboxReactorUtils;
import org.jamestandem.imap.acl.Right;
import org.jamestandem.imap.acl.Rights;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One of the server's mailboxes, of which nothing is read without {@code r} (RFC 4314 §4). */
abstract class ReadControlledMailbox extends ForwardingMailbox {
    private final MessageManager server;
    private final Mailbox mailbox;
    private final Rights rights;

    ReadControlledMailbox(MessageManager server, Mailbox mailbox, Rights rights) {
        super(server);
        this.server = server;
        this.mailbox = mailbox;
        this.rights = rights;
    }

    /** Nothing when the right is there, else an error. */
    final <T> Mono<T> require(Right right) {
        return rights.contains(right)
                ? Mono.empty()
                : Mono.error(
                        () ->
                                new InsufficientRightsException(
                                        "The " + right.letter() + " right is missing"));
    }

    @Override
    public Mailbox getMailboxEntity() {
        return mailbox;
    }

    @Override
    public MailboxACL getResolvedAcl(MailboxSession session) {
        return mailbox.getACL();
    }

    @Override
    public Flux<MessageUid> search(SearchQuery query, MailboxSession session) {
        return reading(() -> server.search(query, session));
    }

    @Override
    public Flux<MessageResult> getMessagesReactive(
            MessageRange range, FetchGroup fetchGroup, MailboxSession session) {
        return reading(() -> server.getMessagesReactive(range, fetchGroup, session));
    }

    @Override
    public MessageResultIterator getMessages(
            MessageRange range, FetchGroup fetchGroup, MailboxSession session)
            throws MailboxException {
        MailboxReactorUtils.block(require(Right.READ));
        return server.getMessages(range, fetchGroup, session);
    }

    @Override
    public Flux<ComposedMessageIdWithMetaData> listMessagesMetadata(
            MessageRange range, MailboxSession session) {
        return reading(() -> server.listMessagesMetadata(range, session));
    }

    @Override
    public Mono<MailboxCounters> getMailboxCountersReactive(MailboxSession session) {
        return reading(() -> server.getMailboxCountersReactive(session)).next();
    }

    @Override
    public MailboxCounters getMailboxCounters(MailboxSession session) throws MailboxException {
        return MailboxReactorUtils.block(getMailboxCountersReactive(session));
    }

    @Override
    public long getMessageCount(MailboxSession session) throws MailboxException {
        MailboxReactorUtils.block(require(Right.READ));
        return server.getMessageCount(session);
    }

    private <T> Flux<T> reading(CheckedSupplier<T> source) {
        return this.<T>require(Right.READ).thenMany(Flux.defer(() -> Flux.from(source.sneakily())));
    }

    private interface CheckedSupplier<T> {
        Publisher<T> get() throws MailboxException;

        default Publisher<T> sneakily() {
            try {
                return get();
            } catch (MailboxException e) {
                return Mono.error(e);
            }
        }
    }
}
