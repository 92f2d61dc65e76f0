package org.jamestandem.distribution.cassandra;

import com.google.inject.Module;
import com.google.inject.util.Modules;

/**
 * Everything James keeps, in Cassandra: mailboxes, quotas, accounts, mail repositories, blobs,
 * deleted messages. Left to others: the session, the mail queue, the event bus, dead letters, tasks
 * and the search index.
 */
public final class CassandraStorage {
    private CassandraStorage() {}

    /**
     * @param session binds {@code CqlSession} in a keyspace that has all tables of the set of
     *     {@code CassandraModule}, and what James reads from {@code cassandra.properties}
     */
    public static Module on(Module session) {
        return Modules.combine(
                session,
                new AccountStorage(),
                new BlobStorage(),
                new EventStoreStorage(),
                new MailboxStorage(),
                new MailRepositoryStorage(),
                new QuotaStorage(),
                new VaultStorage());
    }
}
