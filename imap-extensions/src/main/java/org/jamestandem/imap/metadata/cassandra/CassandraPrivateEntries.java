package org.jamestandem.imap.metadata.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import org.jamestandem.imap.metadata.PrivateEntries;
import org.jamestandem.imap.metadata.PrivateEntry;
import org.jamestandem.kernel.state.cassandra.CassandraTable;
import org.jamestandem.kernel.state.cassandra.Statements;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Private annotations in Cassandra: one partition for each user. */
@Singleton
public final class CassandraPrivateEntries implements PrivateEntries {
    private static final CassandraTable TABLE =
            new CassandraTable(
                    "tandem_private_annotations",
                    """
                    user text, mailbox text, name text, value text,
                    PRIMARY KEY ((user), mailbox, name)\
                    """,
                    "");
    private static final String ON_MAILBOX = " WHERE user = ? AND mailbox = ?";

    private final Statements statements;

    /** Creates the table where it is missing. */
    @Inject
    public CassandraPrivateEntries(CqlSession session) {
        TABLE.create(session);
        this.statements = new Statements(session);
    }

    @Override
    public Flux<PrivateEntry> of(String user, String mailboxId) {
        return statements
                .rows("SELECT name, value FROM " + TABLE.name() + ON_MAILBOX, user, mailboxId)
                .map(row -> new PrivateEntry(row.getString("name"), row.getString("value")));
    }

    @Override
    public Mono<Void> set(String user, String mailboxId, PrivateEntry entry) {
        return statements.run(
                "INSERT INTO " + TABLE.name() + " (user, mailbox, name, value) VALUES (?, ?, ?, ?)",
                user,
                mailboxId,
                entry.name(),
                entry.value());
    }

    @Override
    public Mono<Void> remove(String user, String mailboxId, String name) {
        return statements.run(
                "DELETE FROM " + TABLE.name() + ON_MAILBOX + " AND name = ?",
                user,
                mailboxId,
                name);
    }

    @Override
    public Flux<String> mailboxes(String user) {
        return statements
                .rows("SELECT mailbox FROM " + TABLE.name() + " WHERE user = ?", user)
                .map(row -> row.getString("mailbox"))
                .distinctUntilChanged();
    }

    @Override
    public Mono<Void> forget(String user, String mailboxId) {
        return statements.run("DELETE FROM " + TABLE.name() + ON_MAILBOX, user, mailboxId);
    }

    @Override
    public Mono<Void> forget(String user) {
        return statements.run("DELETE FROM " + TABLE.name() + " WHERE user = ?", user);
    }
}
