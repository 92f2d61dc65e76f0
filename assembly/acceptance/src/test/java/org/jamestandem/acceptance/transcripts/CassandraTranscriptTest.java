package org.jamestandem.acceptance.transcripts;

import org.jamestandem.acceptance.ServerForm;
import org.jamestandem.testkit.servers.CassandraServer;
import org.jamestandem.testkit.servers.TestServers;
import org.junit.jupiter.api.extension.RegisterExtension;

class CassandraTranscriptTest extends TranscriptContract {
    @RegisterExtension static final CassandraServer CASSANDRA = TestServers.cassandra();

    @Override
    ServerForm form() {
        return ServerForm.distributionOn(CASSANDRA);
    }
}
