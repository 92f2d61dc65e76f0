package org.jamestandem.pop3.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.james.core.Username;
import org.jamestandem.pop3.Pop3Connection;
import org.jamestandem.pop3.Pop3Server;
import org.jamestandem.pop3.TestMailbox;
import org.jamestandem.pop3.maildrop.MaildropState;
import org.jamestandem.pop3.policy.FolderName;
import org.jamestandem.pop3.uidl.UniqueId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients of another server go on with this one. */
class UniqueIdImportsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static Pop3Server server;

    private TestMailbox mailbox;
    private Username user;

    @BeforeAll
    static void start() throws Exception {
        server = Pop3Server.with("<tandem><state>memory</state></tandem>");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void mailbox() {
        mailbox = server.newMailbox("import.example");
        user = Username.of(mailbox.user());
        mailbox.appendText("Message-ID: <one@example.org>\r\n\r\n1\r\n");
        mailbox.appendText("Message-ID: <two@example.org>\r\n\r\n22\r\n");
        mailbox.appendText("Subject: three\r\n\r\n333\r\n");
    }

    @Test
    void whatIsImportedIsWhatClientsSee() {
        Source list = list("old-1 - 36\nold-2 - 37\nold-9 - 77\n");

        Imported preview = server.imports().preview(user, inbox(list)).block(PATIENCE);
        assertThat(preview.opened()).isFalse();
        assertThat(preview.messages()).isEqualTo(3);
        assertThat(preview.downloadedAgain()).isEqualTo(1);
        assertThat(preview.matched().unmatched()).containsExactly("old-9 - 77");

        server.imports().run(user, inbox(list), false, () -> {}).block(PATIENCE);

        assertThat(uniqueIds()).hasSize(3).startsWith("old-1", "old-2");
    }

    @Test
    void idsThatClientsKnowAreNotTakenAwayUnasked() {
        List<String> before = uniqueIds();
        Imported refused =
                server.imports()
                        .run(user, inbox(list("old-1 - 36\n")), false, () -> {})
                        .block(PATIENCE);
        assertThat(refused.opened()).isTrue();
        assertThat(uniqueIds()).isEqualTo(before);

        server.imports().run(user, inbox(list("old-1 - 36\n")), true, () -> {}).block(PATIENCE);
        assertThat(uniqueIds()).contains("old-1").containsAll(before.subList(1, 3));
    }

    @Test
    void idsMadeOfUidsNeedNoList() {
        server.imports()
                .run(user, inbox(new Source.Uids(IdFormat.DOVECOT, 1446660062)), false, () -> {})
                .block(PATIENCE);
        assertThat(uniqueIds())
                .containsExactly("00000001563A47DE", "00000002563A47DE", "00000003563A47DE");
    }

    @Test
    void idsMadeOfMessageIdsLeaveOutWhatHasNone() {
        server.imports().run(user, inbox(new Source.MessageIds()), false, () -> {}).block(PATIENCE);
        assertThat(uniqueIds()).hasSize(3).startsWith("<one@example.org>", "<two@example.org>");
    }

    @Test
    void headersAreComparedWhereTheListHasTheirHash() throws Exception {
        mailbox.appendText("Subject: other\r\n\r\n333\r\n");
        String lines = "old-3 - 23 %s\nold-4 - 23 %s\n".formatted(hash("three"), hash("others"));

        Imported imported =
                server.imports().run(user, inbox(list(lines)), false, () -> {}).block(PATIENCE);

        assertThat(imported.matched().unmatched()).hasSize(1);
        assertThat(uniqueIds().get(2)).isEqualTo("old-3");
    }

    @Test
    void aSecondFolderIsImportedBesideTheFirstAndNoIdNamesTwoMessages() {
        FolderName junk = new FolderName("Junk");
        mailbox.create(junk.value());
        for (String text : List.of("four\r\n\r\n4444\r\n", "five\r\n\r\n55555\r\n")) {
            mailbox.move(mailbox.appendText("Subject: " + text), "INBOX", junk.value());
        }
        run(new ImportBody(FolderName.INBOX, list("old-1 - 36\nold-2 - 37\n")), false);
        Imported imported = run(new ImportBody(junk, list("junk-4 - 23\nold-2 - 24\n")), true);

        assertThat(imported.matched().aliases().values()).containsExactly(new UniqueId("junk-4"));
        assertThat(imported.matched().ambiguous())
                .containsExactly("old-2 names a message of another folder");
        assertThat(server.instance(MaildropState.class).aliases().of(user).block(PATIENCE).values())
                .containsExactlyInAnyOrder(
                        new UniqueId("old-1"), new UniqueId("old-2"), new UniqueId("junk-4"));
    }

    private Imported run(ImportBody body, boolean replace) {
        return server.imports().run(user, body, replace, () -> {}).block(PATIENCE);
    }

    private static ImportBody inbox(Source source) {
        return new ImportBody(FolderName.INBOX, source);
    }

    private static String hash(String subject) throws IOException {
        byte[] header = ("Subject: " + subject + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        return HeaderFacts.of(new ByteArrayInputStream(header)).hash();
    }

    private static Source list(String plain) {
        return new Source.List(ListFormat.PLAIN.read(plain), Map.of());
    }

    private List<String> uniqueIds() {
        try (Pop3Connection connection = server.login(mailbox)) {
            return connection.lines("UIDL").stream().map(line -> line.split(" ")[1]).toList();
        }
    }
}
