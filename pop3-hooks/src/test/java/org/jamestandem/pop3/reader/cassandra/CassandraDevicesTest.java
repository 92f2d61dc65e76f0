package org.jamestandem.pop3.reader.cassandra;

import org.jamestandem.pop3.reader.Devices;
import org.jamestandem.pop3.reader.DevicesContract;
import org.jamestandem.testkit.servers.CassandraServer;
import org.jamestandem.testkit.servers.TestServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class CassandraDevicesTest implements DevicesContract {
    @RegisterExtension static final CassandraServer CASSANDRA = TestServers.cassandra();

    private Devices devices;

    @BeforeEach
    void empty() {
        devices = new CassandraDevices(CASSANDRA.session());
        CASSANDRA.session().execute("TRUNCATE " + CassandraDevices.TABLE.name());
    }

    @Override
    public Devices devices() {
        return devices;
    }
}
