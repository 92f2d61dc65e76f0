package org.jamestandem.imap.acl.james.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import javax.mail.Flags;
import javax.mail.MessagingException;
import org.apache.james.core.Username;
import org.apache.james.core.builder.MimeMessageBuilder;
import org.apache.mailet.Mail;
import org.apache.mailet.StorageDirective;
import org.apache.mailet.base.test.FakeMail;
import org.apache.mailet.base.test.FakeMailContext;
import org.apache.mailet.base.test.FakeMailetConfig;
import org.jamestandem.imap.ImapConnection;
import org.jamestandem.imap.InProcessImap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a user's Sieve script files into somebody else's mailbox, as James hands it over. */
class DeliverWithRightsTest {
    private static final Username BOB = Username.of("bob@tandem.example");

    private static InProcessImap imap;
    private static DeliverWithRights delivery;
    private static int mailboxes;
    private ImapConnection anna;
    private ImapConnection bob;
    private String mailbox;
    private int inInbox;

    @BeforeAll
    static void start() throws Exception {
        imap = InProcessImap.tandem();
        delivery = imap.ours(DeliverWithRights.class);
        delivery.init(config().build());
    }

    private static FakeMailetConfig.Builder config() {
        return FakeMailetConfig.builder()
                .mailetName("DeliverWithRights")
                .mailetContext(FakeMailContext.defaultContext());
    }

    @AfterAll
    static void stop() {
        imap.close();
    }

    @BeforeEach
    void connect() throws Exception {
        anna = imap.login("anna@tandem.example");
        bob = imap.login("bob@tandem.example");
        mailbox = "Filed" + ++mailboxes;
        anna.ok("CREATE " + mailbox);
        inInbox = messages(bob, "INBOX");
    }

    @AfterEach
    void disconnect() throws Exception {
        anna.close();
        bob.close();
    }

    private static int messages(ImapConnection user, String mailbox) throws Exception {
        String status = user.ok("STATUS " + mailbox + " (MESSAGES)").get(0);
        return Integer.parseInt(status.replaceFirst(".*\\(MESSAGES (\\d+)\\)", "$1"));
    }

    /** Delivers to bob, whose script filed it into that folder with these flags. */
    private static Mail deliver(String folder, Flags flags) throws Exception {
        FakeMail mail =
                FakeMail.builder()
                        .name("filed")
                        .sender("carol@tandem.example")
                        .recipient("bob@tandem.example")
                        .mimeMessage(
                                MimeMessageBuilder.mimeMessageBuilder()
                                        .setSubject("filed")
                                        .setText("Text"))
                        .build();
        StorageDirective.builder()
                .targetFolder(folder)
                .seen(Optional.of(flags.contains(Flags.Flag.SEEN)))
                .keywords(Optional.of(List.of(flags.getUserFlags())))
                .build()
                .encodeAsAttributes(BOB)
                .forEach(mail::setAttribute);
        delivery.service(mail);
        return mail;
    }

    @ParameterizedTest
    @CsvSource({"bob, p", "bob, li", "anyone, p", "$sales, lrp", "authenticated, i"})
    void postAndInsertLetMailArrive(String identifier, String rights) throws Exception {
        anna.ok("SETACL " + mailbox + " " + identifier + " " + rights);

        Mail mail = deliver("/#user/anna/" + mailbox, new Flags());

        assertThat(messages(anna, mailbox)).isEqualTo(1);
        assertThat(messages(bob, "INBOX")).isEqualTo(inInbox);
        assertThat(mail.getState()).isEqualTo(Mail.GHOST);
    }

    @ParameterizedTest
    @CsvSource({"bob, lrswkxteca", "carol, p", "owner, p"})
    void withoutEitherTheMailGoesToInbox(String identifier, String rights) throws Exception {
        anna.ok("SETACL " + mailbox + " " + identifier + " " + rights);

        deliver("/#user/anna/" + mailbox, new Flags());

        assertThat(messages(anna, mailbox)).isZero();
        assertThat(messages(bob, "INBOX")).isEqualTo(inInbox + 1);
    }

    @Test
    void aNegativeEntryTakesTheRightToPost() throws Exception {
        anna.ok("SETACL " + mailbox + " anyone p");
        anna.ok("SETACL " + mailbox + " -bob p");

        deliver("/#user/anna/" + mailbox, new Flags());

        assertThat(messages(bob, "INBOX")).isEqualTo(inInbox + 1);
    }

    @ParameterizedTest
    @CsvSource({"/#user/anna/Nowhere", "/#user/nobody/INBOX", "/#user/anna", "#user.anna.Nowhere"})
    void aMailboxThatIsNotThereIsNotMade(String folder) throws Exception {
        deliver(folder, new Flags());

        assertThat(messages(bob, "INBOX")).isEqualTo(inInbox + 1);
        assertThat(anna.ok("LIST \"\" Nowhere")).isEmpty();
    }

    @Test
    void flagsArriveAsFarAsRightsGo() throws Exception {
        anna.ok("SETACL " + mailbox + " bob pw");
        Flags flags = new Flags(Flags.Flag.SEEN);
        flags.add("$Work");

        deliver("/#user/anna/" + mailbox, flags);

        anna.ok("SELECT " + mailbox);
        assertThat(anna.ok("FETCH 1 FLAGS").get(0)).contains("$Work").doesNotContain("\\Seen");
    }

    @Test
    void ownFoldersAreMadeAsJamesDoes() throws Exception {
        deliver("/Own" + mailboxes, new Flags());

        assertThat(messages(bob, "Own" + mailboxes)).isEqualTo(1);
    }

    @Test
    void aParameterThatIsNotKnownIsRefused() throws Exception {
        DeliverWithRights wrong = imap.ours(DeliverWithRights.class);
        assertThatThrownBy(() -> wrong.init(config().setProperty("folder", "X").build()))
                .isInstanceOf(MessagingException.class)
                .hasMessageContaining("folder");
    }
}
