package org.jamestandem.mailets.hold.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import org.apache.james.core.Username;
import org.jamestandem.kernel.state.cassandra.CassandraTable;
import org.jamestandem.kernel.state.cassandra.Statements;
import org.jamestandem.mailets.hold.HeldMail;
import org.jamestandem.mailets.hold.HeldMails;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A partition for each user. Rows outlive by far the time for which mail may be held. */
@Singleton
public final class CassandraHeldMails implements HeldMails {
    static final CassandraTable TABLE =
            new CassandraTable(
                    "tandem_held_mail",
                    "owner text, id uuid, recipient text, sender text, subject text,"
                            + " held_at timestamp, octets bigint, unsubscribe text,"
                            + " PRIMARY KEY ((owner), id)",
                    "default_time_to_live = " + Duration.ofDays(180).toSeconds());

    private static final String COLUMNS =
            "owner, id, recipient, sender, subject, held_at, octets, unsubscribe";
    private static final String KEEP =
            "INSERT INTO " + TABLE.name() + " (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String ALL =
            "SELECT " + COLUMNS + " FROM " + TABLE.name() + " WHERE owner = ?";
    private static final String ONE = ALL + " AND id = ?";
    private static final String FORGET =
            "DELETE FROM " + TABLE.name() + " WHERE owner = ? AND id = ?";

    private final Statements statements;

    @Inject
    public CassandraHeldMails(CqlSession session) {
        TABLE.create(session);
        this.statements = new Statements(session);
    }

    @Override
    public Mono<Void> keep(HeldMail mail) {
        return statements.run(
                KEEP,
                mail.owner().asString(),
                mail.id(),
                mail.recipient(),
                mail.sender(),
                mail.subject(),
                mail.at(),
                mail.octets(),
                mail.unsubscribe());
    }

    @Override
    public Mono<HeldMail> find(Username owner, UUID id) {
        return statements.rows(ONE, owner.asString(), id).next().map(CassandraHeldMails::mail);
    }

    @Override
    public Flux<HeldMail> of(Username owner) {
        return statements.rows(ALL, owner.asString()).map(CassandraHeldMails::mail);
    }

    @Override
    public Mono<Void> forget(Username owner, UUID id) {
        return statements.run(FORGET, owner.asString(), id);
    }

    private static HeldMail mail(Row row) {
        return new HeldMail(
                row.getUuid("id"),
                Username.of(row.getString("owner")),
                row.getString("recipient"),
                row.getString("sender"),
                row.getString("subject"),
                row.getInstant("held_at"),
                row.getLong("octets"),
                row.getString("unsubscribe"));
    }
}
