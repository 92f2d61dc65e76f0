package org.jamestandem.acceptance.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jamestandem.testkit.james.James.Listener.IMAP;

import jakarta.mail.Flags.Flag;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.angus.mail.imap.ACL;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.Rights;
import org.jamestandem.testkit.clients.Mbsync;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** IMAP clients in folders that somebody else shares. */
abstract class SharedFolderClientContract extends ClientContract {
    @TempDir Path home;

    private Reader owner;
    private Reader reader;
    private String localPart;

    @BeforeEach
    void share() throws MessagingException {
        owner = newReader("classic");
        reader = newReader("classic");
        localPart = owner.user().substring(0, owner.user().indexOf('@'));
        owner.mailboxes().add("Team", "plan", "minutes");
    }

    private void grant(String rights) throws MessagingException {
        try (Store store = owner.mailboxes().connect()) {
            team(store).addACL(new ACL(reader.user(), new Rights(rights)));
        }
    }

    private static IMAPFolder team(Store store) throws MessagingException {
        return (IMAPFolder) store.getFolder("Team");
    }

    private IMAPFolder shared(Store store) throws MessagingException {
        return (IMAPFolder) store.getFolder("#user." + localPart + ".Team");
    }

    @Test
    void jakartaMailAdministersAccessControlLists() throws MessagingException {
        try (Store store = owner.mailboxes().connect()) {
            IMAPFolder team = team(store);
            team.addACL(new ACL(reader.user(), new Rights("lrw")));
            team.addRights(new ACL(reader.user(), new Rights("s")));
            team.removeRights(new ACL(reader.user(), new Rights("w")));

            assertThat(entries(team)).contains(reader.user() + "=" + new Rights("lrs"));
            assertThat(team.listRights(reader.user())).isNotEmpty();
            assertThat(team.myRights().contains(new Rights("lrswipkxtea"))).isTrue();
            team.removeACL(reader.user());
            assertThat(entries(team)).noneMatch(entry -> entry.startsWith(reader.user()));
        }
    }

    private static List<String> entries(IMAPFolder folder) throws MessagingException {
        return Stream.of(folder.getACL())
                .map(entry -> entry.getName() + "=" + entry.getRights())
                .toList();
    }

    @Test
    void jakartaMailFindsAndReadsWhatIsShared() throws MessagingException {
        grant("lrs");
        try (Store store = reader.mailboxes().connect()) {
            assertThat(Stream.of(store.getUserNamespaces(null)).map(Folder::getFullName))
                    .containsExactly("#user");
            assertThat(Stream.of(store.getDefaultFolder().list("*")).map(Folder::getFullName))
                    .contains("#user." + localPart + ".Team");
            try (IMAPFolder shared = shared(store)) {
                assertThat(shared.myRights()).isEqualTo(new Rights("lrs"));
                shared.open(Folder.READ_WRITE);
                Mailboxes.find(shared, "plan").setFlag(Flag.SEEN, true);
            }
        }
        assertThat(owner.mailboxes().has("Team", "plan", Flag.SEEN)).isTrue();
        try (Store store = owner.mailboxes().connect()) {
            team(store).removeACL(reader.user());
        }
        try (Store store = reader.mailboxes().connect()) {
            assertThat(shared(store).exists()).isFalse();
        }
    }

    @Test
    void mbsyncKeepsACopyOfWhatIsShared() throws MessagingException {
        grant("lrswite");
        Mbsync client = new Mbsync(home, reader.login(IMAP));
        client.sync().requireSuccess();
        String local = "#user/" + localPart + "/Team";
        assertThat(client.local(local).subjects()).containsExactlyInAnyOrder("plan", "minutes");

        client.local(local).remove("plan");
        client.local(local).add("1.local", "Subject: from the reader\n\nHello\n", true);
        owner.mailboxes().add("Team", "agenda");
        client.sync().requireSuccess();

        assertThat(owner.mailboxes().subjects("Team"))
                .containsExactlyInAnyOrder("minutes", "agenda", "from the reader");
        assertThat(client.local(local).subjects())
                .containsExactlyInAnyOrder("minutes", "agenda", "from the reader");
    }
}
