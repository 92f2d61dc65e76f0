package org.jamestandem.pop3.session.james;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.james.core.Username;
import org.awaitility.Awaitility;
import org.jamestandem.pop3.Pop3Connection;
import org.jamestandem.pop3.Pop3Server;
import org.jamestandem.pop3.maildrop.Credential;
import org.jamestandem.pop3.maildrop.FakeInbox;
import org.jamestandem.pop3.maildrop.Inbox;
import org.jamestandem.pop3.maildrop.Inboxes;
import org.jamestandem.pop3.text.TextForm;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What a client sees when storage fails. */
class StorageTroubleTest {
    private static final AtomicInteger USERS = new AtomicInteger();
    private static final AtomicReference<FakeInbox> OPENED = new AtomicReference<>();

    private static Pop3Server server;

    private final String anna = "anna" + USERS.incrementAndGet() + "@example.org";
    private final FakeInbox inbox = new FakeInbox(Username.of(anna)).put(1, "one").put(2, "two");

    @BeforeAll
    static void start() throws Exception {
        server =
                Pop3Server.serving(
                        new Inboxes() {
                            @Override
                            public Mono<Inbox> open(
                                    Username user, Credential credential, TextForm form) {
                                return OPENED.get().open(user, credential, form);
                            }

                            @Override
                            public Mono<Inbox> openForServer(Username user) {
                                return OPENED.get().openForServer(user);
                            }
                        });
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void use() {
        OPENED.set(inbox);
    }

    @Test
    void aListingCutShortFailsTheLogin() {
        inbox.beforeTheEndOfAListing(Mono.error(new IllegalStateException("cut")));
        try (Pop3Connection connection = server.connect()) {
            connection.ok("USER " + anna);
            assertThat(connection.answer("PASS secret")).startsWith("-ERR [SYS/TEMP] ");
            assertThat(connection.answer("STAT")).startsWith("-ERR ");
            inbox.beforeTheEndOfAListing(Mono.empty());
            connection.ok("USER " + anna);
            connection.ok("PASS secret");
        }
    }

    @Test
    void aMessageThatCannotBeReadIsTemporaryTrouble() {
        inbox.reading(
                text -> {
                    throw new IllegalStateException("no storage");
                });
        try (Pop3Connection connection = server.login(anna)) {
            assertThat(connection.answer("RETR 1")).startsWith("-ERR [SYS/TEMP] ");
            connection.ok("NOOP");
        }
    }

    @Test
    void aMessageThatBreaksOffEndsTheConnectionAndIsNotRetrieved() {
        inbox.reading(StorageTroubleTest::breakingOff);
        try (Pop3Connection connection = server.login(anna)) {
            connection.ok("RETR 1");
            String last = "";
            for (String line = connection.line(); line != null; line = connection.line()) {
                last = line;
            }
            assertThat(last).isNotEqualTo(".");
        }
    }

    @Test
    void aRemovalThatFailsIsReportedAsUnderWay() {
        inbox.beforeExpunge(Mono.error(new IllegalStateException("no storage")));
        try (Pop3Connection connection = server.login(anna)) {
            connection.ok("DELE 1");
            assertThat(connection.ok("QUIT")).contains("goes on");
        }
        inbox.beforeExpunge(Mono.empty());
        try (Pop3Connection connection = server.login(anna)) {
            assertThat(connection.lines("LIST")).containsExactly("1 100");
        }
    }

    @Test
    void everyConnectionLetsGoOfItsFolder() {
        server.login(anna).close();
        try (Pop3Connection connection = server.login(anna)) {
            connection.ok("QUIT");
            assertThat(connection.line()).isNull();
        }
        Awaitility.await().until(() -> inbox.releases() == 2);
    }

    private static InputStream breakingOff(InputStream text) {
        InputStream broken =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("no storage");
                    }

                    @Override
                    public int read(byte[] target, int offset, int length) throws IOException {
                        throw new IOException("no storage");
                    }
                };
        byte[] first = "Subject: x\r\n".repeat(5000).getBytes(StandardCharsets.US_ASCII);
        return new SequenceInputStream(new ByteArrayInputStream(first), broken);
    }
}
