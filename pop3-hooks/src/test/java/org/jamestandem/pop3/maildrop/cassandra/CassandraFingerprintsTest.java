package org.jamestandem.pop3.maildrop.cassandra;

import org.jamestandem.pop3.maildrop.Fingerprints;
import org.jamestandem.pop3.maildrop.FingerprintsContract;
import org.jamestandem.testkit.servers.CassandraServer;
import org.jamestandem.testkit.servers.TestServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class CassandraFingerprintsTest implements FingerprintsContract {
    @RegisterExtension static final CassandraServer CASSANDRA = TestServers.cassandra();

    private Fingerprints fingerprints;

    @BeforeEach
    void empty() {
        fingerprints = new CassandraFingerprints(CASSANDRA.session());
        CASSANDRA.session().execute("TRUNCATE " + CassandraFingerprints.TABLE.name());
    }

    @Override
    public Fingerprints fingerprints() {
        return fingerprints;
    }
}
