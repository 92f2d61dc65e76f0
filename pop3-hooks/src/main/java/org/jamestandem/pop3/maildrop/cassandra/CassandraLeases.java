package org.jamestandem.pop3.maildrop.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import java.time.Duration;
import java.util.Locale;
import org.jamestandem.kernel.state.cassandra.Statements;
import org.jamestandem.pop3.maildrop.Lease;
import org.jamestandem.pop3.maildrop.Leases;
import org.jamestandem.pop3.reader.Reader;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One row for a lease, written by lightweight transactions, that goes away by itself. */
final class CassandraLeases implements Leases {
    private static final String INSERT =
            "INSERT INTO "
                    + Tables.LEASES
                    + " (owner, device, purpose, holder) VALUES (?, ?, ?, ?) IF NOT EXISTS USING"
                    + " TTL ?";
    private static final String RENEW =
            "UPDATE "
                    + Tables.LEASES
                    + " USING TTL ? SET holder = ?"
                    + " WHERE owner = ? AND device = ? AND purpose = ? IF holder = ?";
    private static final String DELETE =
            "DELETE FROM "
                    + Tables.LEASES
                    + " WHERE owner = ? AND device = ? AND purpose = ? IF holder = ?";
    private static final String DELETE_ANY =
            "DELETE FROM "
                    + Tables.LEASES
                    + " WHERE owner = ? AND device = ? AND purpose = ? IF EXISTS";
    private static final String APPLIED = "[applied]";

    private final Statements statements;

    CassandraLeases(Statements statements) {
        this.statements = statements;
    }

    @Override
    public Mono<Boolean> take(Lease lease, Duration time) {
        int seconds = Math.toIntExact(time.toSeconds());
        return statements
                .rows(INSERT, owner(lease), device(lease), purpose(lease), lease.holder(), seconds)
                .next()
                .flatMap(
                        row -> {
                            if (row.getBoolean(APPLIED)) {
                                return Mono.just(true);
                            }
                            return lease.holder().equals(row.getUuid("holder"))
                                    ? renewed(lease, seconds)
                                    : Mono.just(false);
                        });
    }

    @Override
    public Mono<Void> release(Lease lease) {
        return statements.run(DELETE, owner(lease), device(lease), purpose(lease), lease.holder());
    }

    @Override
    public Mono<Void> forget(Reader reader) {
        return Flux.fromArray(Lease.Purpose.values())
                .concatMap(
                        purpose ->
                                statements.run(
                                        DELETE_ANY,
                                        reader.user().asString(),
                                        reader.device().name(),
                                        word(purpose)))
                .then();
    }

    private Mono<Boolean> renewed(Lease lease, int seconds) {
        return statements
                .rows(
                        RENEW,
                        seconds,
                        lease.holder(),
                        owner(lease),
                        device(lease),
                        purpose(lease),
                        lease.holder())
                .next()
                .map(CassandraLeases::applied);
    }

    private static boolean applied(Row row) {
        return row.getBoolean(APPLIED);
    }

    private static String owner(Lease lease) {
        return lease.reader().user().asString();
    }

    private static String device(Lease lease) {
        return lease.reader().device().name();
    }

    private static String purpose(Lease lease) {
        return word(lease.purpose());
    }

    private static String word(Lease.Purpose purpose) {
        return purpose.name().toLowerCase(Locale.ROOT);
    }
}
