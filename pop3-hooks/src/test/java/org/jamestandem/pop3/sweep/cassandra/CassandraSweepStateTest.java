package org.jamestandem.pop3.sweep.cassandra;

import java.util.List;
import org.jamestandem.pop3.sweep.SweepState;
import org.jamestandem.pop3.sweep.SweepStateContract;
import org.jamestandem.testkit.servers.CassandraServer;
import org.jamestandem.testkit.servers.TestServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class CassandraSweepStateTest implements SweepStateContract {
    @RegisterExtension static final CassandraServer CASSANDRA = TestServers.cassandra();

    private SweepState state;

    @BeforeEach
    void empty() {
        state = new CassandraSweepState(CASSANDRA.session());
        List.of(CassandraSweepState.DAYS, CassandraSweepState.PROMISES, CassandraSweepState.CLAIMS)
                .forEach(table -> CASSANDRA.session().execute("TRUNCATE " + table.name()));
    }

    @Override
    public SweepState state() {
        return state;
    }
}
