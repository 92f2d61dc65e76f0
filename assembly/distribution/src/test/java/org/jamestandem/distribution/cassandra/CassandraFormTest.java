package org.jamestandem.distribution.cassandra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jamestandem.distribution.configuration.Folders;
import org.jamestandem.distribution.configuration.ServerConfiguration;
import org.jamestandem.distribution.listeners.Service;
import org.jamestandem.distribution.server.Form;
import org.jamestandem.distribution.single.CassandraForm;
import org.jamestandem.distribution.wire.Conversation;
import org.jamestandem.testkit.servers.CassandraServer;
import org.jamestandem.testkit.servers.TestServers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** James on a real Cassandra, in the JVM of the test. */
@Tag("full")
class CassandraFormTest {
    @RegisterExtension static final CassandraServer CASSANDRA = TestServers.cassandra();

    private static final Form FORM = new CassandraForm();
    private static final String ANNA = "anna@tandem.example";

    @TempDir private Path home;

    @Test
    void mailIsThereAfterARestartAndTheSchemaIsOfJamesCurrentVersion() throws Exception {
        Folders folders = CassandraConf.in(home, CASSANDRA);
        ServerConfiguration configuration = CassandraConf.withFreePorts(folders);
        try (RunningServer first = RunningServer.start(FORM, configuration)) {
            first.server().accounts().addDomain("tandem.example");
            first.server().accounts().addUser(ANNA, "secret");
            append(first);
            assertThat(metrics(configuration))
                    .containsPattern("cassandra_cql_requests_count [1-9]")
                    .contains("cassandra_connected_nodes 1.0");
        }
        assertThat(versions()).containsExactly(12);
        assertThat(tables()).contains("messageidtable", "tandem_schema", "tandem_pop3_hidden");

        try (RunningServer second = RunningServer.start(FORM, configuration)) {
            Conversation imap = Conversation.with(second.listener(Service.IMAP));
            imap.expect("* OK");
            imap.say("a LOGIN %s secret".formatted(ANNA)).expect("a OK");
            List<String> selected = imap.say("b SELECT INBOX").until(line -> line.startsWith("b "));
            assertThat(selected).contains("* 1 EXISTS");
        }
        assertThat(versions()).containsExactly(12);

        Files.writeString(folders.conf().resolve("blob.properties"), "deduplication.enable=true\n");
        assertThatThrownBy(() -> RunningServer.start(FORM, configuration))
                .hasMessageContaining("deduplication.enable = 'true'")
                .hasMessageContaining("Set it back to false");
    }

    private static void append(RunningServer server) throws Exception {
        try (Conversation imap = Conversation.with(server.listener(Service.IMAP))) {
            imap.expect("* OK");
            imap.say("a LOGIN %s secret".formatted(ANNA)).expect("a OK");
            imap.say("b APPEND INBOX {19}").expect("+");
            imap.say("Subject: hello\r\n\r\n1").expect("b OK");
        }
    }

    private static String metrics(ServerConfiguration configuration) throws Exception {
        int port = configuration.listeners().first(Service.WEBADMIN).orElseThrow().port();
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics")).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    private static List<Integer> versions() {
        return CASSANDRA.session().execute("SELECT value FROM schemaversion").all().stream()
                .map(row -> row.getInt(0))
                .toList();
    }

    private static List<String> tables() {
        return CASSANDRA
                .session()
                .execute(
                        "SELECT table_name FROM system_schema.tables WHERE keyspace_name = ?",
                        CASSANDRA.keyspace())
                .all()
                .stream()
                .map(row -> row.getString(0))
                .toList();
    }
}
