package org.jamestandem.pop3.account;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.metadata.schema.TableMetadata;
import java.time.Clock;
import org.jamestandem.pop3.maildrop.MaildropState;
import org.jamestandem.pop3.maildrop.cassandra.CassandraMaildropState;
import org.jamestandem.pop3.policy.StoredPolicies;
import org.jamestandem.pop3.policy.cassandra.CassandraPolicies;
import org.jamestandem.pop3.reader.Devices;
import org.jamestandem.pop3.reader.cassandra.CassandraDevices;
import org.jamestandem.pop3.sweep.SweepState;
import org.jamestandem.pop3.sweep.cassandra.CassandraSweepState;
import org.jamestandem.testkit.servers.CassandraServer;
import org.jamestandem.testkit.servers.TestServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class CassandraUserRowsTest implements UserRowsContract {
    @RegisterExtension static final CassandraServer CASSANDRA = TestServers.cassandra();

    private MaildropState state;
    private Devices devices;
    private StoredPolicies policies;
    private SweepState sweeps;

    @BeforeEach
    void empty() {
        CqlSession session = CASSANDRA.session();
        state = CassandraMaildropState.on(session, Clock.systemUTC());
        devices = new CassandraDevices(session);
        policies = new CassandraPolicies(session);
        sweeps = new CassandraSweepState(session);
        session
                .getKeyspace()
                .flatMap(session.getMetadata()::getKeyspace)
                .orElseThrow()
                .getTables()
                .values()
                .stream()
                .map(TableMetadata::getName)
                .filter(table -> table.asInternal().startsWith("tandem_pop3_"))
                .forEach(table -> session.execute("TRUNCATE " + table.asCql(true)));
    }

    @Override
    public MaildropState state() {
        return state;
    }

    @Override
    public Devices devices() {
        return devices;
    }

    @Override
    public StoredPolicies policies() {
        return policies;
    }

    @Override
    public SweepState sweeps() {
        return sweeps;
    }
}
