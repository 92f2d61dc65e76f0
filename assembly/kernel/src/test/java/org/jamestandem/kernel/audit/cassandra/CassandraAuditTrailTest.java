package org.jamestandem.kernel.audit.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jamestandem.kernel.audit.AuditEntry;
import org.jamestandem.kernel.audit.AuditTrail;
import org.jamestandem.kernel.audit.AuditTrailContract;
import org.jamestandem.testkit.servers.CassandraServer;
import org.jamestandem.testkit.servers.TestServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CassandraAuditTrailTest implements AuditTrailContract {
    @RegisterExtension static final CassandraServer CASSANDRA = TestServers.cassandra();

    private AuditTrail trail;

    @BeforeEach
    void empty() {
        trail = node();
        CASSANDRA.session().execute("TRUNCATE tandem_audit");
    }

    @Override
    public AuditTrail testee() {
        return trail;
    }

    @Test
    void nodesMayStartAtTheSameTimeAndReadEachOthersEntries() {
        CASSANDRA.session().execute("DROP TABLE tandem_audit");
        AuditTrail[] nodes =
                IntStream.range(0, 4).parallel().mapToObj(i -> node()).toArray(AuditTrail[]::new);
        AuditEntry entry = AuditTrailContract.entry(ANNA, MONDAY, AuditTrailContract.taken("1"));
        nodes[0].append(entry).block(LIMIT);
        assertThat(nodes[3].entries(ANNA, BEGINNING, END).collectList().block(LIMIT))
                .containsExactly(entry);
    }

    @Test
    void aRowLeavesByItselfWhenItsTimeIsOver() {
        trail.append(AuditTrailContract.entry(ANNA, MONDAY, AuditTrailContract.taken("1")))
                .block(LIMIT);
        Duration left =
                Duration.ofSeconds(
                        CASSANDRA
                                .session()
                                .execute("SELECT ttl(entry) FROM tandem_audit")
                                .one()
                                .getInt(0));
        assertThat(left).isBetween(Duration.ofDays(22), Duration.ofDays(23));
    }

    @Test
    void anIdTakesFewOctets() {
        String[] ids =
                IntStream.range(0, 5_000)
                        .mapToObj(i -> new UUID(0x1eef_0000L + i, 0x8000L).toString())
                        .toArray(String[]::new);
        trail.append(AuditTrailContract.entry(ANNA, MONDAY, AuditTrailContract.taken(ids)))
                .block(LIMIT);
        int octets =
                CASSANDRA
                        .session()
                        .execute("SELECT entry FROM tandem_audit")
                        .one()
                        .getByteBuffer(0)
                        .remaining();
        assertThat(octets).isLessThan(5_000 * 20);
    }

    @Test
    void aRowOfAnUnknownVersionHidesNoOther() {
        AuditEntry entry = AuditTrailContract.entry(ANNA, MONDAY, AuditTrailContract.taken("1"));
        trail.append(entry).block(LIMIT);
        CqlSession session = CASSANDRA.session();
        session.execute(
                "INSERT INTO tandem_audit (owner, day, at, id, entry) VALUES (?, ?, ?, ?, 0x00)",
                ANNA.asString(),
                LocalDate.ofInstant(MONDAY, ZoneOffset.UTC),
                MONDAY,
                UUID.randomUUID());
        assertThat(trail.entries(ANNA, BEGINNING, END).collectList().block(LIMIT))
                .containsExactly(entry);
    }

    private static AuditTrail node() {
        return new CassandraAuditTrail(CASSANDRA.session(), SETTINGS, Clock.systemUTC());
    }
}
