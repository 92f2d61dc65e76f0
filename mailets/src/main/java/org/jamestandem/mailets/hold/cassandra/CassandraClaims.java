package org.jamestandem.mailets.hold.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import org.jamestandem.kernel.state.cassandra.CassandraTable;
import org.jamestandem.kernel.state.cassandra.Statements;
import org.jamestandem.mailets.hold.Claims;
import reactor.core.publisher.Mono;

/** Rows with a lifetime, by lightweight transaction. */
@Singleton
public final class CassandraClaims implements Claims {
    static final CassandraTable TABLE =
            new CassandraTable(
                    "tandem_held_claims",
                    "what text PRIMARY KEY, holder uuid",
                    "gc_grace_seconds = 3600");

    private static final String CLAIM =
            "INSERT INTO "
                    + TABLE.name()
                    + " (what, holder) VALUES (?, ?) IF NOT EXISTS USING TTL ?";
    private static final String GIVE_BACK =
            "DELETE FROM " + TABLE.name() + " WHERE what = ? IF holder = ?";

    private final Statements statements;
    private final UUID node = UUID.randomUUID();

    @Inject
    public CassandraClaims(CqlSession session) {
        TABLE.create(session);
        this.statements = new Statements(session);
    }

    @Override
    public Mono<Boolean> claim(String what, Duration length) {
        return statements
                .rows(CLAIM, what, node, (int) length.toSeconds())
                .next()
                .map(row -> row.getBoolean("[applied]"));
    }

    @Override
    public Mono<Void> giveBack(String what) {
        return statements.run(GIVE_BACK, what, node);
    }
}
