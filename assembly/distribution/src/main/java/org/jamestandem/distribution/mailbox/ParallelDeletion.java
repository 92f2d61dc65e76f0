package org.jamestandem.distribution.mailbox;

import com.google.common.collect.Iterables;
import com.google.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.james.events.Event;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.cassandra.DeleteMessageListener;
import org.apache.james.mailbox.cassandra.mail.ACLMapper;
import org.apache.james.mailbox.cassandra.mail.CassandraAttachmentDAOV2;
import org.apache.james.mailbox.cassandra.mail.CassandraAttachmentMessageIdDAO;
import org.apache.james.mailbox.cassandra.mail.CassandraThreadDAO;
import org.apache.james.mailbox.cassandra.mail.CassandraThreadLookupDAO;
import org.apache.james.mailbox.cassandra.mail.CassandraUserMailboxRightsDAO;
import org.apache.james.mailbox.events.MailboxEvents.Expunged;
import org.apache.james.mailbox.model.MessageMetaData;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/**
 * James' removal of what no mailbox holds any more, on parts of an event side by side. James goes
 * through the messages of an event one by one, while the command that expunged them waits.
 */
final class ParallelDeletion extends DeleteMessageListener {
    private static final int PARTS_AT_ONCE = 16;
    private static final int MESSAGES_A_PART = 10;

    @Inject
    ParallelDeletion(
            MessageTables tables,
            CassandraThreadDAO threads,
            CassandraThreadLookupDAO threadsByMessage,
            CassandraAttachmentDAOV2 attachments,
            CassandraAttachmentMessageIdDAO attachmentOwners,
            ACLMapper acls,
            CassandraUserMailboxRightsDAO rights,
            Set<DeletionCallback> callbacks) {
        super(
                threads,
                threadsByMessage,
                tables.byMessage(),
                tables.byMailbox(),
                tables.messagesBefore3(),
                tables.messages(),
                attachments,
                attachmentOwners,
                acls,
                rights,
                tables.applicableFlags(),
                tables.firstUnseen(),
                tables.deleted(),
                tables.counters(),
                tables.recents(),
                tables.blobs(),
                tables.configuration(),
                callbacks);
    }

    @Override
    public Publisher<Void> reactiveEvent(Event event) {
        if (event instanceof Expunged expunged) {
            return Flux.fromIterable(
                            Iterables.partition(expunged.getExpunged().entrySet(), MESSAGES_A_PART))
                    .flatMap(part -> super.reactiveEvent(part(expunged, part)), PARTS_AT_ONCE)
                    .then();
        }
        return super.reactiveEvent(event);
    }

    private static Expunged part(
            Expunged whole, List<Map.Entry<MessageUid, MessageMetaData>> messages) {
        return new Expunged(
                whole.getSessionId(),
                whole.getUsername(),
                whole.getMailboxPath(),
                whole.getMailboxId(),
                messages.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                whole.getEventId());
    }
}
