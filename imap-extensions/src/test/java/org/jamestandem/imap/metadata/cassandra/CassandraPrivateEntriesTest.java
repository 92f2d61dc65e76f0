package org.jamestandem.imap.metadata.cassandra;

import org.jamestandem.imap.metadata.PrivateEntries;
import org.jamestandem.imap.metadata.PrivateEntriesContract;
import org.jamestandem.testkit.servers.CassandraServer;
import org.jamestandem.testkit.servers.TestServers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

class CassandraPrivateEntriesTest implements PrivateEntriesContract {
    @RegisterExtension static final CassandraServer CASSANDRA = TestServers.cassandra();

    private static PrivateEntries entries;

    @BeforeAll
    static void create() {
        entries = new CassandraPrivateEntries(CASSANDRA.session());
    }

    @Override
    public PrivateEntries testee() {
        return entries;
    }
}
