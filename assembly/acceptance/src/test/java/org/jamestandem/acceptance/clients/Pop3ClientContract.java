package org.jamestandem.acceptance.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jamestandem.testkit.james.James.Listener.POP3;

import jakarta.mail.MessagingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.net.pop3.POP3Client;
import org.apache.commons.net.pop3.POP3MessageInfo;
import org.jamestandem.testkit.clients.AfterRetrieval;
import org.jamestandem.testkit.clients.Pop3Poller;
import org.jamestandem.testkit.clients.ServerLogin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** POP3 clients as people use them. */
abstract class Pop3ClientContract extends ClientContract {
    @TempDir Path home;

    @ParameterizedTest
    @EnumSource
    void leavingMailOnTheServerFetchesEachMessageOnce(Pop3Program program)
            throws MessagingException {
        Reader reader = newReader("classic");
        reader.mailboxes().add("INBOX", "first", "second");
        Pop3Poller client = program.install(home, reader.login(POP3), AfterRetrieval.LEAVE);

        client.poll().requireSuccess();
        assertThat(client.delivered().subjects()).containsExactlyInAnyOrder("first", "second");
        client.poll().requireSuccess();
        assertThat(client.delivered().files()).hasSize(2);
        reader.mailboxes().add("INBOX", "third");
        client.poll().requireSuccess();

        assertThat(client.delivered().subjects())
                .containsExactlyInAnyOrder("first", "second", "third");
        assertThat(reader.mailboxes().subjects("INBOX"))
                .containsExactly("first", "second", "third");
    }

    @ParameterizedTest
    @EnumSource
    void deletingUnderClassicEmptiesTheInbox(Pop3Program program) throws MessagingException {
        Reader reader = newReader("classic");
        reader.mailboxes().add("INBOX", "first", "second");
        Pop3Poller client = program.install(home, reader.login(POP3), AfterRetrieval.DELETE);

        client.poll().requireSuccess();

        assertThat(client.delivered().subjects()).containsExactlyInAnyOrder("first", "second");
        assertThat(reader.mailboxes().subjects("INBOX")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void deletingUnderHideKeepsTheInboxForImapAndFetchesNothingTwice(Pop3Program program)
            throws MessagingException {
        Reader reader = newReader("hide");
        reader.mailboxes().add("INBOX", "first", "second");
        Pop3Poller client = program.install(home, reader.login(POP3), AfterRetrieval.DELETE);

        client.poll().requireSuccess();
        client.poll().requireSuccess();
        reader.mailboxes().add("INBOX", "third");
        client.poll().requireSuccess();

        assertThat(client.delivered().subjects())
                .containsExactlyInAnyOrder("first", "second", "third");
        assertThat(reader.mailboxes().subjects("INBOX"))
                .containsExactly("first", "second", "third");
    }

    @Test
    void twoClientsThatLeaveMailOnTheServerBothGetEverything() throws Exception {
        Reader reader = newReader("classic");
        reader.mailboxes().add("INBOX", "first", "second");
        Pop3Poller laptop =
                Pop3Program.FETCHMAIL.install(
                        folder("laptop"), reader.login(POP3), AfterRetrieval.LEAVE);
        Pop3Poller phone =
                Pop3Program.MPOP.install(folder("phone"), reader.login(POP3), AfterRetrieval.LEAVE);

        laptop.poll().requireSuccess();
        phone.poll().requireSuccess();
        laptop.poll().requireSuccess();

        assertThat(laptop.delivered().subjects()).containsExactlyInAnyOrder("first", "second");
        assertThat(phone.delivered().subjects()).containsExactlyInAnyOrder("first", "second");
    }

    @ParameterizedTest
    @EnumSource
    void twoDevicesEachGetEveryMessageOnceWhileImapShowsAll(Pop3Program program) throws Exception {
        Reader reader = newReader("hide");
        Pop3Poller laptop = device(program, reader, "laptop", AfterRetrieval.LEAVE);
        Pop3Poller phone = device(program, reader, "phone", AfterRetrieval.DELETE);

        reader.mailboxes().add("INBOX", "first", "second");
        phone.poll().requireSuccess();
        reader.mailboxes().add("INBOX", "third");
        laptop.poll().requireSuccess();
        laptop.poll().requireSuccess();
        reader.mailboxes().add("INBOX", "fourth");
        phone.poll().requireSuccess();
        laptop.poll().requireSuccess();
        phone.poll().requireSuccess();

        for (Pop3Poller device : List.of(laptop, phone)) {
            assertThat(device.delivered().subjects())
                    .containsExactlyInAnyOrder("first", "second", "third", "fourth");
        }
        assertThat(reader.mailboxes().subjects("INBOX"))
                .containsExactly("first", "second", "third", "fourth");
    }

    @Test
    void hiddenMailIsNotOfferedToAnotherClientOfTheSameReader() throws Exception {
        Reader reader = newReader("hide");
        reader.mailboxes().add("INBOX", "first");
        Pop3Poller getmail =
                Pop3Program.GETMAIL.install(
                        folder("getmail"), reader.login(POP3), AfterRetrieval.DELETE);
        Pop3Poller mpop =
                Pop3Program.MPOP.install(folder("mpop"), reader.login(POP3), AfterRetrieval.LEAVE);

        getmail.poll().requireSuccess();
        reader.mailboxes().add("INBOX", "second");
        mpop.poll().requireSuccess();

        assertThat(mpop.delivered().subjects()).containsExactly("second");
    }

    @Test
    void uniqueIdsAreTheSameInEverySession() throws Exception {
        Reader reader = newReader("classic");
        reader.mailboxes().add("INBOX", "first", "second");

        POP3MessageInfo[] first = uniqueIds(reader.login(POP3));
        POP3MessageInfo[] second = uniqueIds(reader.login(POP3));

        assertThat(first).hasSize(2);
        assertThat(first[0].identifier)
                .isEqualTo(second[0].identifier)
                .isNotEqualTo(first[1].identifier);
        assertThat(first[1].identifier).isEqualTo(second[1].identifier);
    }

    private Pop3Poller device(Pop3Program program, Reader reader, String name, AfterRetrieval after)
            throws Exception {
        return program.install(folder(name), reader.login(POP3).withDevice(name), after);
    }

    private Path folder(String name) throws Exception {
        return Files.createDirectories(home.resolve(name));
    }

    private static POP3MessageInfo[] uniqueIds(ServerLogin login) throws Exception {
        POP3Client client = new POP3Client();
        client.setDefaultTimeout(30_000);
        client.connect(login.host(), login.port());
        try {
            assertThat(client.login(login.user(), login.password())).isTrue();
            POP3MessageInfo[] ids = client.listUniqueIdentifiers();
            assertThat(client.logout()).isTrue();
            return ids;
        } finally {
            client.disconnect();
        }
    }
}
