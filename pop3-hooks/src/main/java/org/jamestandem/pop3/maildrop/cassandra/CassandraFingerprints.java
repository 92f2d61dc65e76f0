package org.jamestandem.pop3.maildrop.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.james.core.Username;
import org.jamestandem.kernel.state.cassandra.CassandraTable;
import org.jamestandem.kernel.state.cassandra.Statements;
import org.jamestandem.pop3.maildrop.Fingerprint;
import org.jamestandem.pop3.maildrop.Fingerprints;
import org.jamestandem.pop3.uidl.MessageKey;
import org.jamestandem.pop3.uidl.UniqueId;
import reactor.core.publisher.Mono;

/** One row for each maildrop. */
@Singleton
public final class CassandraFingerprints implements Fingerprints {
    static final CassandraTable TABLE =
            new CassandraTable(
                    "tandem_pop3_fingerprints",
                    "owner text PRIMARY KEY, taken_at timestamp, messages int,"
                            + " sample frozen<map<text, text>>",
                    "");

    private static final String SELECT =
            "SELECT taken_at, messages, sample FROM " + TABLE.name() + " WHERE owner = ?";
    private static final String INSERT =
            "INSERT INTO "
                    + TABLE.name()
                    + " (owner, taken_at, messages, sample)"
                    + " VALUES (?, ?, ?, ?)";
    private static final String DELETE = "DELETE FROM " + TABLE.name() + " WHERE owner = ?";

    private final Statements statements;

    @Inject
    public CassandraFingerprints(CqlSession session) {
        TABLE.create(session);
        this.statements = new Statements(session);
    }

    @Override
    public Mono<Fingerprint> of(Username owner) {
        return statements.rows(SELECT, owner.asString()).next().map(CassandraFingerprints::read);
    }

    @Override
    public Mono<Void> keep(Username owner, Fingerprint fingerprint) {
        Map<String, String> sample =
                fingerprint.sample().entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        one -> one.getKey().value(),
                                        one -> one.getValue().value()));
        return statements.run(
                INSERT, owner.asString(), fingerprint.at(), fingerprint.messages(), sample);
    }

    @Override
    public Mono<Void> forget(Username owner) {
        return statements.run(DELETE, owner.asString());
    }

    private static Fingerprint read(Row row) {
        Map<MessageKey, UniqueId> sample =
                row.getMap("sample", String.class, String.class).entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        one -> new MessageKey(one.getKey()),
                                        one -> new UniqueId(one.getValue())));
        return new Fingerprint(row.getInstant("taken_at"), row.getInt("messages"), sample);
    }
}
