package org.jamestandem.distribution.embedded;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Clock;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.inmemory.InMemoryMailboxSessionMapperFactory;
import org.apache.james.mailbox.inmemory.mail.InMemoryMessageMapper;
import org.apache.james.mailbox.store.mail.MessageIdMapper;

/** James' mappers in memory, with ours for messages. */
@Singleton
final class OrderedMappers extends InMemoryMailboxSessionMapperFactory {
    private static final MailboxSession NO_SESSION = null;

    private final OrderedMessageMapper messages;
    private final OrderedMessageIdMapper messageIds;

    @Inject
    OrderedMappers(Clock clock) {
        super(clock);
        OrderedMessages stored = new OrderedMessages();
        messages = new OrderedMessageMapper(stored, getUidProvider(), getModSeqProvider(), clock);
        messageIds = new OrderedMessageIdMapper(createMailboxMapper(NO_SESSION), messages, stored);
    }

    @Override
    public InMemoryMessageMapper createMessageMapper(MailboxSession session) {
        return messages;
    }

    @Override
    public MessageIdMapper createMessageIdMapper(MailboxSession session) {
        return messageIds;
    }

    @Override
    public void deleteAll() throws MailboxException {
        super.deleteAll();
        messages.deleteAll();
    }
}
