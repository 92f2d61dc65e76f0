package org.jamestandem.pop3.maildrop.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import java.util.UUID;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager;
import org.jamestandem.kernel.state.cassandra.Statements;
import org.jamestandem.pop3.maildrop.james.FolderEntries;
import org.jamestandem.pop3.maildrop.james.FolderEntry;
import org.jamestandem.pop3.maildrop.james.ManagerEntries;
import reactor.core.publisher.Flux;

/**
 * Reads the folder's partition in James' table {@code messageIdTable}, with the four columns that
 * POP3 needs, in pages of 5,000 rows. Rows that lack one of them are read through James, which
 * removes what is left of a removed message, and then completed, so that this happens once.
 */
public final class CassandraFolderEntries implements FolderEntries {
    private static final String SELECT =
            "SELECT uid, messageid, fullcontentoctets, internaldate FROM messageidtable"
                    + " WHERE mailboxid = ? AND uid >= ?";
    private static final String COMPLETE =
            "UPDATE messageidtable SET fullcontentoctets = ?, internaldate = ?"
                    + " WHERE mailboxid = ? AND uid = ?";
    private static final int REPAIRS_AT_ONCE = 8;

    private final Statements statements;

    /** In the keyspace that {@code session} uses, which is James' own. */
    public CassandraFolderEntries(CqlSession session) {
        this.statements = new Statements(session);
    }

    @Override
    public Flux<FolderEntry> of(MessageManager folder, long lowestUid, MailboxSession session) {
        UUID id = UUID.fromString(folder.getId().serialize());
        return statements
                .manyRows(SELECT, id, lowestUid)
                .flatMap(
                        row ->
                                isComplete(row)
                                        ? Flux.just(entry(row))
                                        : repaired(folder, id, row.getLong(0), session),
                        REPAIRS_AT_ONCE);
    }

    private Flux<FolderEntry> repaired(
            MessageManager folder, UUID id, long uid, MailboxSession session) {
        return ManagerEntries.one(folder, uid, session)
                .delayUntil(
                        entry ->
                                statements.run(
                                        COMPLETE, entry.octets(), entry.arrivedAt(), id, uid));
    }

    private static boolean isComplete(Row row) {
        return !row.isNull(1) && !row.isNull(2) && !row.isNull(3);
    }

    private static FolderEntry entry(Row row) {
        return new FolderEntry(
                row.getUuid(1).toString(), row.getLong(0), row.getLong(2), row.getInstant(3));
    }
}
