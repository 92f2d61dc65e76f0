package org.jamestandem.distribution.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.jamestandem.distribution.cassandra.CassandraConf;
import org.jamestandem.distribution.cassandra.RunningServer;
import org.jamestandem.distribution.configuration.Folders;
import org.jamestandem.distribution.configuration.ServerConfiguration;
import org.jamestandem.distribution.listeners.Service;
import org.jamestandem.distribution.wire.Conversation;
import org.jamestandem.testkit.servers.CassandraServer;
import org.jamestandem.testkit.servers.RabbitMqServer;
import org.jamestandem.testkit.servers.TestServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** One node in the JVM of the test: everything is bound and mail goes through the queue. */
class ClusterFormTest {
    @RegisterExtension static final CassandraServer CASSANDRA = TestServers.cassandra();
    @RegisterExtension static final RabbitMqServer RABBITMQ = TestServers.rabbitMq();

    private static final String ANNA = "anna@tandem.example";
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir private Path home;

    @Test
    void mailGoesThroughTheQueueAndTheSchemaIsOfJamesCurrentVersion() throws Exception {
        Folders folders = ClusterConf.in(home, CASSANDRA, RABBITMQ);
        ServerConfiguration configuration = CassandraConf.withFreePorts(folders);
        try (RunningServer node = RunningServer.start(new ClusterForm(), configuration)) {
            node.server().accounts().addDomain("tandem.example");
            node.server().accounts().addUser(ANNA, "secret");
            send(node);
            Awaitility.await().atMost(LIMIT).until(() -> selected(node).contains("* 1 EXISTS"));
            Awaitility.await().atMost(LIMIT).untilAsserted(() -> assertHealthy(configuration));
        }
        assertThat(CASSANDRA.session().execute("SELECT value FROM schemaversion").one().getInt(0))
                .isEqualTo(12);
        assertThat(CASSANDRA.session().execute("SELECT enqueueid FROM deletedmailsv2").all())
                .as("mails taken from the queue")
                .hasSize(1);
    }

    private static void assertHealthy(ServerConfiguration configuration) throws Exception {
        int port = configuration.listeners().first(Service.WEBADMIN).orElseThrow().port();
        URI health = URI.create("http://127.0.0.1:" + port + "/healthcheck");
        HttpResponse<String> answer =
                HttpClient.newHttpClient()
                        .send(HttpRequest.newBuilder(health).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("RabbitMQ event bus dead letters");
    }

    private static void send(RunningServer node) throws Exception {
        try (Conversation smtp = Conversation.with(node.listener(Service.SMTP))) {
            smtp.expect("220");
            smtp.say("HELO client.example").expect("250");
            smtp.say("MAIL FROM:<x@elsewhere.example>").expect("250");
            smtp.say("RCPT TO:<%s>".formatted(ANNA)).expect("250");
            smtp.say("DATA").expect("354");
            smtp.say("Subject: hello\r\n\r\ntext\r\n.").expect("250");
        }
    }

    private static List<String> selected(RunningServer node) throws Exception {
        try (Conversation imap = Conversation.with(node.listener(Service.IMAP))) {
            imap.expect("* OK");
            imap.say("a LOGIN %s secret".formatted(ANNA)).expect("a OK");
            return imap.say("b SELECT INBOX").until(line -> line.startsWith("b "));
        }
    }
}
