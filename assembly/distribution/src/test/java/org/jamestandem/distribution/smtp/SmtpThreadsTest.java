package org.jamestandem.distribution.smtp;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jamestandem.distribution.cassandra.CassandraConf;
import org.jamestandem.distribution.cassandra.RunningServer;
import org.jamestandem.distribution.configuration.Folders;
import org.jamestandem.distribution.configuration.ShippedConf;
import org.jamestandem.distribution.embedded.EmbeddedForm;
import org.jamestandem.distribution.listeners.Service;
import org.jamestandem.distribution.wire.Conversation;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One thread reads from all connections here, and one client's command waits. */
class SmtpThreadsTest {
    private static final String HANDLER =
            "<handler class=\"%s\"/>".formatted(WaitingHelo.class.getName());

    @TempDir private Path home;

    @ParameterizedTest
    @CsvSource({"SMTP, smtpserver.xml, HELO", "LMTP, lmtpserver.xml, LHLO"})
    void commandThatWaitsDoesNotHoldUpOtherConnections(Service service, String name, String greet)
            throws Exception {
        Folders folders = ShippedConf.copiedTo(home);
        Files.createDirectories(folders.data());
        Path file = folders.conf().resolve(name);
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("<handlerchain", "<ioWorkerCount>1</ioWorkerCount><handlerchain")
                        .replace("</handlerchain>", HANDLER + "</handlerchain>"));
        try (RunningServer server =
                        RunningServer.start(
                                new EmbeddedForm(), CassandraConf.withFreePorts(folders));
                Conversation slow = Conversation.with(server.listener(service));
                Conversation quick = Conversation.with(server.listener(service));
                WaitingHelo.Asked asked = WaitingHelo.ask()) {
            slow.expect("220");
            slow.say(greet + " " + WaitingHelo.NAME);
            asked.await();
            quick.expect("220");
            quick.say(greet + " client.example").expect("250");
            asked.answer();
            slow.expect("250");
        }
    }
}
