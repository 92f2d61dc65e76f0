package org.jamestandem.distribution.mailbox;

import com.google.inject.Inject;
import java.time.Clock;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.cassandra.CassandraMailboxSessionMapperFactory;
import org.apache.james.mailbox.cassandra.mail.ACLMapper;
import org.apache.james.mailbox.cassandra.mail.CassandraAttachmentDAOV2;
import org.apache.james.mailbox.cassandra.mail.CassandraAttachmentMessageIdDAO;
import org.apache.james.mailbox.cassandra.mail.CassandraMailboxDAO;
import org.apache.james.mailbox.cassandra.mail.CassandraMailboxPathV3DAO;
import org.apache.james.mailbox.cassandra.mail.CassandraMessageMapper;
import org.apache.james.mailbox.cassandra.mail.CassandraThreadDAO;
import org.apache.james.mailbox.cassandra.mail.CassandraThreadLookupDAO;
import org.apache.james.mailbox.cassandra.mail.CassandraUserMailboxRightsDAO;
import org.apache.james.mailbox.cassandra.mail.task.RecomputeMailboxCountersService;
import org.apache.james.mailbox.store.mail.MessageMapper;

/** James' mappers on Cassandra, with {@link ParallelMessageMapper} for messages. */
public final class ParallelMapperFactory extends CassandraMailboxSessionMapperFactory {
    private final ParallelMessageMapper messages;
    private final RecomputeMailboxCountersService counters;
    private final Clock clock;

    @Inject
    ParallelMapperFactory(
            MessageTables tables,
            CassandraThreadDAO threads,
            CassandraThreadLookupDAO threadsByMessage,
            CassandraMailboxDAO mailboxes,
            CassandraMailboxPathV3DAO paths,
            CassandraAttachmentDAOV2 attachments,
            CassandraAttachmentMessageIdDAO attachmentOwners,
            ACLMapper acls,
            CassandraUserMailboxRightsDAO rights,
            RecomputeMailboxCountersService counters,
            Clock clock) {
        super(
                tables.uids(),
                tables.modSeqs(),
                tables.session(),
                threads,
                threadsByMessage,
                tables.messagesBefore3(),
                tables.messages(),
                tables.byMailbox(),
                tables.byMessage(),
                tables.counters(),
                tables.recents(),
                mailboxes,
                paths,
                tables.firstUnseen(),
                tables.applicableFlags(),
                attachments,
                tables.deleted(),
                tables.blobs(),
                attachmentOwners,
                acls,
                rights,
                counters,
                tables.configuration(),
                tables.batchSizes(),
                clock);
        this.counters = counters;
        this.clock = clock;
        this.messages = messagesOn(tables);
    }

    /** Access to messages that takes its numbers from somewhere else, as another node does. */
    ParallelMessageMapper messagesOn(MessageTables tables) {
        return new ParallelMessageMapper(
                tables, super.createAttachmentMapper(null), counters, clock);
    }

    @Override
    public CassandraMessageMapper createMessageMapper(MailboxSession session) {
        return messages;
    }

    @Override
    public MessageMapper getMessageMapper(MailboxSession session) {
        return messages;
    }
}
