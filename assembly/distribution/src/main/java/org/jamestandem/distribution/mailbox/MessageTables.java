package org.jamestandem.distribution.mailbox;

import com.datastax.oss.driver.api.core.CqlSession;
import com.google.inject.Inject;
import org.apache.james.backends.cassandra.init.configuration.CassandraConfiguration;
import org.apache.james.blob.api.BlobStore;
import org.apache.james.mailbox.cassandra.mail.CassandraApplicableFlagDAO;
import org.apache.james.mailbox.cassandra.mail.CassandraDeletedMessageDAO;
import org.apache.james.mailbox.cassandra.mail.CassandraFirstUnseenDAO;
import org.apache.james.mailbox.cassandra.mail.CassandraIndexTableHandler;
import org.apache.james.mailbox.cassandra.mail.CassandraMailboxCounterDAO;
import org.apache.james.mailbox.cassandra.mail.CassandraMailboxRecentsDAO;
import org.apache.james.mailbox.cassandra.mail.CassandraMessageDAO;
import org.apache.james.mailbox.cassandra.mail.CassandraMessageDAOV3;
import org.apache.james.mailbox.cassandra.mail.CassandraMessageIdDAO;
import org.apache.james.mailbox.cassandra.mail.CassandraMessageIdToImapUidDAO;
import org.apache.james.mailbox.store.BatchSizes;
import org.apache.james.mailbox.store.mail.ModSeqProvider;
import org.apache.james.mailbox.store.mail.UidProvider;

/**
 * James' access to its tables of messages, for whoever works on several of them.
 *
 * @param byMailbox a partition for each mailbox, a row for each message in it
 * @param byMessage a partition for each message, a row for each mailbox that has it; what counts
 *     where the two differ
 * @param messages what never changes of a message
 * @param messagesBefore3 the same as an older James wrote it
 */
record MessageTables(
        CqlSession session,
        UidProvider uids,
        ModSeqProvider modSeqs,
        CassandraMessageIdDAO byMailbox,
        CassandraMessageIdToImapUidDAO byMessage,
        CassandraMessageDAOV3 messages,
        CassandraMessageDAO messagesBefore3,
        CassandraMailboxCounterDAO counters,
        CassandraMailboxRecentsDAO recents,
        CassandraApplicableFlagDAO applicableFlags,
        CassandraFirstUnseenDAO firstUnseen,
        CassandraDeletedMessageDAO deleted,
        BlobStore blobs,
        CassandraConfiguration configuration,
        BatchSizes batchSizes) {
    @Inject
    MessageTables {
        // For injection only.
    }

    /** The tables that are derived from flags. */
    CassandraIndexTableHandler projections() {
        return new CassandraIndexTableHandler(
                recents, counters, firstUnseen, applicableFlags, deleted);
    }
}
