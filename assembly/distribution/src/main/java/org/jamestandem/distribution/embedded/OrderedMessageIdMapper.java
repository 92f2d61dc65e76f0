package org.jamestandem.distribution.embedded;

import java.util.Collection;
import java.util.HashSet;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.inmemory.mail.InMemoryMessageIdMapper;
import org.apache.james.mailbox.model.ComposedMessageId;
import org.apache.james.mailbox.model.ComposedMessageIdWithMetaData;
import org.apache.james.mailbox.model.MessageId;
import org.apache.james.mailbox.store.mail.MailboxMapper;
import org.apache.james.mailbox.store.mail.MessageMapper;
import org.apache.james.mailbox.store.mail.model.MailboxMessage;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds messages by their id where James' own reads all messages of all users. */
final class OrderedMessageIdMapper extends InMemoryMessageIdMapper {
    private final MailboxMapper mailboxes;
    private final OrderedMessages messages;

    OrderedMessageIdMapper(
            MailboxMapper mailboxes, OrderedMessageMapper mapper, OrderedMessages messages) {
        super(mailboxes, mapper);
        this.mailboxes = mailboxes;
        this.messages = messages;
    }

    @Override
    public Publisher<ComposedMessageIdWithMetaData> findMetadata(MessageId messageId) {
        return found(messageId).map(OrderedMessageIdMapper::metadata);
    }

    @Override
    public Flux<MailboxMessage> findReactive(
            Collection<MessageId> messageIds, MessageMapper.FetchType fetchType) {
        return Flux.fromIterable(new HashSet<>(messageIds)).concatMap(this::found);
    }

    /** A mailbox that was deleted no longer counts. */
    private Flux<MailboxMessage> found(MessageId id) {
        return Flux.defer(() -> Flux.fromIterable(messages.withId(id)))
                .filterWhen(
                        message ->
                                mailboxes
                                        .findMailboxById(message.getMailboxId())
                                        .hasElement()
                                        .onErrorResume(
                                                MailboxNotFoundException.class,
                                                gone -> Mono.just(false)));
    }

    private static ComposedMessageIdWithMetaData metadata(MailboxMessage message) {
        return new ComposedMessageIdWithMetaData(
                new ComposedMessageId(
                        message.getMailboxId(), message.getMessageId(), message.getUid()),
                message.createFlags(),
                message.getModSeq(),
                message.getThreadId());
    }
}
