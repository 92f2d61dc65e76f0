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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One thread reads from all SMTP connections here, and one client's command waits. */
class SmtpThreadsTest {
    @TempDir private Path home;

    @Test
    void commandThatWaitsDoesNotHoldUpOtherConnections() throws Exception {
        Folders folders = ShippedConf.copiedTo(home);
        Files.createDirectories(folders.data());
        Path file = folders.conf().resolve("smtpserver.xml");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace(
                                "<handlerchain>",
                                "<ioWorkerCount>1</ioWorkerCount><handlerchain>"
                                        + "<handler class=\""
                                        + WaitingHelo.class.getName()
                                        + "\"/>"));
        try (RunningServer server =
                        RunningServer.start(
                                new EmbeddedForm(), CassandraConf.withFreePorts(folders));
                Conversation slow = Conversation.with(server.listener(Service.SMTP));
                Conversation quick = Conversation.with(server.listener(Service.SMTP))) {
            slow.expect("220");
            slow.say("HELO " + WaitingHelo.NAME);
            quick.expect("220");
            quick.say("HELO client.example").expect("250");
            WaitingHelo.ANSWER.countDown();
            slow.expect("250");
        }
    }
}
