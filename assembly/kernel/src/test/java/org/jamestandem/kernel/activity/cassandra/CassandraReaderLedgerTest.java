package org.jamestandem.kernel.activity.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import java.util.stream.IntStream;
import org.jamestandem.kernel.activity.AccessProtocol;
import org.jamestandem.kernel.activity.AfterDownload;
import org.jamestandem.kernel.activity.ReaderLedger;
import org.jamestandem.kernel.activity.ReaderLedgerContract;
import org.jamestandem.kernel.activity.Visit;
import org.jamestandem.testkit.servers.CassandraServer;
import org.jamestandem.testkit.servers.TestServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CassandraReaderLedgerTest implements ReaderLedgerContract {
    @RegisterExtension static final CassandraServer CASSANDRA = TestServers.cassandra();

    private ReaderLedger ledger;

    @BeforeEach
    void empty() {
        CqlSession session = CASSANDRA.session();
        ledger = new CassandraReaderLedger(session);
        session.execute("TRUNCATE tandem_reader_activity");
    }

    @Override
    public ReaderLedger testee() {
        return ledger;
    }

    @Test
    void nodesMayStartAtTheSameTimeAndSeeEachOthersVisits() {
        CASSANDRA.session().execute("DROP TABLE tandem_reader_activity");
        ReaderLedger[] nodes =
                IntStream.range(0, 4)
                        .parallel()
                        .mapToObj(node -> new CassandraReaderLedger(CASSANDRA.session()))
                        .toArray(ReaderLedger[]::new);
        Visit visit = new Visit(ANNA, AccessProtocol.IMAP, "", MONDAY, AfterDownload.UNKNOWN);
        nodes[0].record(visit).block(LIMIT);
        assertThat(nodes[3].lastVisits(ANNA).collectList().block(LIMIT)).containsExactly(visit);
    }

    @Test
    void rowsLeaveByThemselves() {
        ledger.record(new Visit(ANNA, AccessProtocol.POP3, "laptop", MONDAY, AfterDownload.LEFT))
                .block(LIMIT);
        int secondsLeft =
                CASSANDRA
                        .session()
                        .execute("SELECT ttl(last_visit) FROM tandem_reader_activity")
                        .one()
                        .getInt(0);
        assertThat(secondsLeft).isBetween(399 * 86_400, 400 * 86_400);
    }
}
