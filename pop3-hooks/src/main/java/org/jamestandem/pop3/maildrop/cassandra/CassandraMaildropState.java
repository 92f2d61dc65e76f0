package org.jamestandem.pop3.maildrop.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.google.inject.Injector;
import java.time.Clock;
import org.jamestandem.kernel.state.cassandra.Statements;
import org.jamestandem.pop3.maildrop.MaildropState;

/** Keeps everything in tables of ours, beside James' own. */
public final class CassandraMaildropState {
    private CassandraMaildropState() {}

    /**
     * The state in the keyspace of the server's own session. Asking for the session makes James
     * create its own tables first, so that it finds none of ours among them.
     */
    public static MaildropState in(Injector server) {
        return on(server.getInstance(CqlSession.class), server.getInstance(Clock.class));
    }

    /** The state in the keyspace that {@code session} uses; creates tables that are missing. */
    public static MaildropState on(CqlSession session, Clock clock) {
        Tables.create(session);
        Statements statements = new Statements(session);
        return new MaildropState(
                new CassandraMessageMarks(statements, Tables.HIDDEN),
                new CassandraMessageMarks(statements, Tables.TAKEN),
                new CassandraUniqueIdAliases(statements),
                new CassandraQuitIntents(statements, clock),
                new CassandraFolderNotes(statements),
                new CassandraLeases(statements),
                true);
    }
}
