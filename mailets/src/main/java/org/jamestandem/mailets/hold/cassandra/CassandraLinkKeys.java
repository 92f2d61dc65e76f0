package org.jamestandem.mailets.hold.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import org.jamestandem.kernel.state.cassandra.CassandraTable;
import org.jamestandem.kernel.state.cassandra.Statements;
import org.jamestandem.mailets.hold.LinkKey;
import org.jamestandem.mailets.hold.LinkKeys;
import reactor.core.publisher.Mono;

/** One row for each period; of several nodes that draw at once the first one wins. */
@Singleton
public final class CassandraLinkKeys implements LinkKeys {
    static final CassandraTable TABLE =
            new CassandraTable(
                    "tandem_held_link_keys",
                    "period bigint PRIMARY KEY, secret blob",
                    "default_time_to_live = " + Duration.ofDays(180).toSeconds());

    private static final String DRAW =
            "INSERT INTO " + TABLE.name() + " (period, secret) VALUES (?, ?) IF NOT EXISTS";
    private static final String FIND = "SELECT secret FROM " + TABLE.name() + " WHERE period = ?";

    private final Statements statements;
    private final SecureRandom random = new SecureRandom();

    @Inject
    public CassandraLinkKeys(CqlSession session) {
        TABLE.create(session);
        this.statements = new Statements(session);
    }

    @Override
    public Mono<LinkKey> drawn(long period) {
        return find(period)
                .switchIfEmpty(
                        Mono.defer(
                                () ->
                                        statements
                                                .run(DRAW, period, LinkKey.random(random).secret())
                                                .then(find(period))));
    }

    @Override
    public Mono<LinkKey> find(long period) {
        return statements
                .rows(FIND, period)
                .next()
                .map(row -> new LinkKey(row.getByteBuffer("secret")));
    }
}
