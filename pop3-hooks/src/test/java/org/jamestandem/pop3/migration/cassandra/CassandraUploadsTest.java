package org.jamestandem.pop3.migration.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.jamestandem.pop3.migration.Uploads;
import org.jamestandem.pop3.migration.UploadsContract;
import org.jamestandem.testkit.servers.CassandraServer;
import org.jamestandem.testkit.servers.TestServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CassandraUploadsTest implements UploadsContract {
    @RegisterExtension static final CassandraServer CASSANDRA = TestServers.cassandra();

    private Uploads uploads;

    @BeforeEach
    void start() {
        uploads = new CassandraUploads(CASSANDRA.session());
    }

    @Override
    public Uploads uploads() {
        return uploads;
    }

    @Test
    void aListOfWhichAPartIsMissingIsNone() {
        UUID id = UUID.randomUUID();
        uploads.keep(id, "list").block(PATIENCE);
        CASSANDRA
                .session()
                .execute("UPDATE tandem_pop3_uploads SET parts = 2 WHERE id = ? AND part = 0", id);
        assertThat(uploads.of(id).blockOptional(PATIENCE)).isEmpty();
    }
}
