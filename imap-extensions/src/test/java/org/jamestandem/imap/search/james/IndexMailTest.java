package org.jamestandem.imap.search.james;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.james.core.Username;
import org.apache.james.events.EventBus;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.model.MailboxPath;
import org.awaitility.Awaitility;
import org.jamestandem.imap.ImapConnection;
import org.jamestandem.imap.InProcessImap;
import org.jamestandem.imap.search.ContentIndex;
import org.jamestandem.imap.search.Uids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexMailTest {
    @TempDir Path folder;

    private InProcessImap server;
    private ContentIndex index;
    private ImapConnection imap;

    @BeforeEach
    void start() throws Exception {
        server =
                InProcessImap.tandemWithSettings(
                        "<tandem><search><engine>lucene</engine><folder>file://%s</folder></search></tandem>"
                                .formatted(folder));
        index = server.ours(ContentIndex.class);
        imap = server.login("anna");
        imap.ok("CREATE box");
    }

    @AfterEach
    void stop() throws Exception {
        imap.close();
        server.close();
    }

    private void listen() throws Exception {
        server.get(EventBus.class).register(server.ours(IndexMail.class));
    }

    private String mailbox() throws Exception {
        MailboxManager mailboxes = server.get(MailboxManager.class);
        Username anna = Username.of("anna");
        return mailboxes
                .getMailbox(MailboxPath.forUser(anna, "box"), mailboxes.createSystemSession(anna))
                .getId()
                .serialize();
    }

    private Uids missing(String mailbox, long... uids) {
        return index.match(mailbox, Uids.of(uids), List.of())
                .map(ContentIndex.Answer::missing)
                .block(Duration.ofSeconds(10));
    }

    @Test
    void mailIsIndexedWhenItComesAndForgottenWhenItGoes() throws Exception {
        listen();
        String mailbox = mailbox();
        imap.append("box", "", "Subject: one\n\nfirst\n");
        imap.append("box", "", "Subject: two\n\nsecond\n");
        Awaitility.await().until(() -> missing(mailbox, 1, 2).isEmpty());

        imap.ok("SELECT box");
        imap.ok("STORE 1 +FLAGS (\\Deleted)");
        imap.ok("EXPUNGE");
        Awaitility.await().until(() -> missing(mailbox, 1, 2).equals(Uids.of(1)));

        imap.ok("CLOSE");
        imap.ok("DELETE box");
        Awaitility.await().until(() -> missing(mailbox, 1, 2).equals(Uids.of(1, 2)));
    }

    @Test
    void whatNobodyIndexedIsFoundAndIndexedByTheSearch() throws Exception {
        imap.append("box", "", "Subject: one\n\nfirst\n");
        imap.append("box", "", "Subject: two\n\nsecond\n");
        imap.ok("SELECT box");
        assertThat(missing(mailbox(), 1, 2)).isEqualTo(Uids.of(1, 2));

        assertThat(imap.ok("SEARCH BODY first")).containsExactly("* SEARCH 1");

        assertThat(missing(mailbox(), 1, 2)).isEqualTo(Uids.NONE);
        assertThat(imap.ok("SEARCH BODY first")).containsExactly("* SEARCH 1");
    }
}
