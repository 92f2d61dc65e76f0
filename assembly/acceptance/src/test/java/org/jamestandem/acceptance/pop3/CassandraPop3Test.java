package org.jamestandem.acceptance.pop3;

import org.jamestandem.acceptance.ServerForm;
import org.jamestandem.testkit.servers.CassandraServer;
import org.jamestandem.testkit.servers.TestServers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("full")
class CassandraPop3Test extends Pop3Contract {
    @RegisterExtension static final CassandraServer CASSANDRA = TestServers.cassandra();

    @Override
    ServerForm form() {
        return ServerForm.distributionOn(CASSANDRA);
    }
}
