package org.jamestandem.acceptance.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jamestandem.testkit.james.James.Listener.IMAP;
import static org.jamestandem.testkit.james.James.Listener.POP3;
import static org.jamestandem.testkit.james.James.Listener.SMTP;

import jakarta.mail.Flags.Flag;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.SortTerm;
import org.jamestandem.testkit.clients.ClientRun;
import org.jamestandem.testkit.clients.Curl;
import org.jamestandem.testkit.clients.MailboxSync;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** IMAP clients as people use them. */
abstract class ImapClientContract extends ClientContract {
    @TempDir Path home;

    @ParameterizedTest
    @EnumSource
    void synchronisingTwiceBringsChangesOfBothSidesTogether(ImapProgram program)
            throws MessagingException {
        Reader reader = newReader("classic");
        Mailboxes server = reader.mailboxes();
        server.add("INBOX", "first", "second", "third");
        server.add("Projects", "plan");
        MailboxSync client = program.install(home, reader.login(IMAP));
        client.sync().requireSuccess();
        assertThat(client.local("INBOX").subjects())
                .containsExactlyInAnyOrder("first", "second", "third");
        assertThat(client.local("Projects").subjects()).containsExactly("plan");

        client.local("INBOX").flag("first", "FS");
        client.local("INBOX").remove("second");
        client.local("INBOX").add("1.local", "Subject: from here\n\nHello\n", true);
        server.set("INBOX", "third", Flag.ANSWERED);
        server.add("INBOX", "fourth");
        client.sync().requireSuccess();
        client.sync().requireSuccess();

        assertThat(server.subjects("INBOX"))
                .containsExactlyInAnyOrder("first", "third", "fourth", "from here");
        assertThat(server.has("INBOX", "first", Flag.FLAGGED)).isTrue();
        assertThat(server.has("INBOX", "first", Flag.SEEN)).isTrue();
        assertThat(client.local("INBOX").subjects())
                .containsExactlyInAnyOrder("first", "third", "fourth", "from here");
        assertThat(client.local("INBOX").flags("third")).contains("R");
    }

    @Test
    void curlSendsAndReadsMailByBothProtocols() {
        Reader reader = newReader("classic");
        Curl curl = new Curl(home);
        String message = "Subject: by curl\nMessage-ID: <curl@sender.example>\n\nDobrý den\n";

        curl.send(reader.login(SMTP), "anna@sender.example", List.of(reader.user()), message)
                .requireSuccess();

        await().untilAsserted(
                        () -> {
                            ClientRun imap =
                                    curl.fetch("imap", reader.login(IMAP), "INBOX;MAILINDEX=1");
                            assertThat(imap.requireSuccess().output())
                                    .contains("Subject: by curl", "Dobrý den");
                        });
        assertThat(curl.fetch("pop3", reader.login(POP3), "1").requireSuccess().output())
                .contains("Subject: by curl", "Dobrý den");
    }

    @Test
    void jakartaMailSortsOnTheServer() throws MessagingException {
        Reader reader = newReader("classic");
        reader.mailboxes().add("INBOX", "citron", "Re: ananas", "banán");
        try (Store store = reader.mailboxes().connect();
                IMAPFolder folder = (IMAPFolder) store.getFolder("INBOX")) {
            folder.open(Folder.READ_ONLY);

            Message[] sorted = folder.getSortedMessages(new SortTerm[] {SortTerm.SUBJECT});

            assertThat(Stream.of(sorted).map(Message::getMessageNumber)).containsExactly(2, 3, 1);
        }
    }

    @Test
    void idlingJakartaMailHearsOfAFlagSetElsewhere() throws Exception {
        Reader reader = newReader("classic");
        reader.mailboxes().add("INBOX", "first");
        try (Store store = reader.mailboxes().connect();
                IMAPFolder folder = (IMAPFolder) store.getFolder("INBOX")) {
            folder.open(Folder.READ_ONLY);
            Message first = folder.getMessage(1);
            AtomicBoolean flagged = new AtomicBoolean();
            folder.addMessageChangedListener(event -> flagged.set(true));
            Thread idler = new Thread(() -> idle(folder), "idler");
            idler.start();

            reader.mailboxes().set("INBOX", "first", Flag.FLAGGED);

            await().untilTrue(flagged);
            assertThat(first.isSet(Flag.FLAGGED)).isTrue();
            idler.join(30_000);
        }
    }

    /** Returns at the first event. */
    private static void idle(IMAPFolder folder) {
        try {
            folder.idle(true);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
