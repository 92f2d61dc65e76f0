package org.jamestandem.mailets.spam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jamestandem.mailets.spam.SpamMails.ANNA;
import static org.jamestandem.mailets.spam.SpamMails.BOB;
import static org.jamestandem.mailets.spam.SpamMails.CAROL;

import java.util.List;
import java.util.Optional;
import javax.mail.Flags;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.james.core.Username;
import org.apache.james.user.memory.MemoryUsersRepository;
import org.apache.mailet.Mail;
import org.apache.mailet.StorageDirective;
import org.apache.mailet.base.test.FakeMail;
import org.apache.mailet.base.test.FakeMailetConfig;
import org.jamestandem.mailets.decisions.RecordedDecisions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileAsSpamTest {
    private static FileAsSpam mailet(String... namesAndValues) throws MessagingException {
        FakeMailetConfig.Builder config = FakeMailetConfig.builder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            config.setProperty(namesAndValues[i], namesAndValues[i + 1]);
        }
        FileAsSpam mailet =
                new FileAsSpam(
                        MemoryUsersRepository.withVirtualHosting(null), RecordedDecisions.unread());
        mailet.init(config.build());
        return mailet;
    }

    private static StorageDirective directive(MailAddress recipient, Mail mail) {
        return StorageDirective.fromMail(Username.of(recipient.asString()), mail);
    }

    private static void chooseFolder(MailAddress recipient, String folder, Mail mail) {
        StorageDirective.builder()
                .targetFolder(folder)
                .build()
                .encodeAsAttributes(Username.of(recipient.asString()))
                .forEach(mail::setAttribute);
    }

    @Test
    void everyRecipientsCopyGoesIntoTheFolderWithTheKeyword() throws Exception {
        FakeMail mail = SpamMails.withHeader("Subject: x");
        mailet().service(mail);
        for (MailAddress recipient : mail.getRecipients()) {
            assertThat(directive(recipient, mail).getTargetFolder()).contains("Spam");
            assertThat(directive(recipient, mail).getFlags()).contains(new Flags("$Junk"));
        }
        assertThat(mail.getRecipients()).containsExactly(ANNA, BOB, CAROL);
    }

    @Test
    void folderAndKeywordAreTheOperators() throws Exception {
        FakeMail mail = SpamMails.withHeader("Subject: x");
        mailet("folder", "Nevyžádaná/pošta", "keyword", "Junk").service(mail);
        assertThat(directive(BOB, mail).getTargetFolder()).contains("Nevyžádaná/pošta");
        assertThat(directive(BOB, mail).getFlags()).contains(new Flags("Junk"));
    }

    @Test
    void withoutAKeywordNoFlagIsSet() throws Exception {
        FakeMail mail = SpamMails.withHeader("Subject: x");
        mailet("keyword", "none").service(mail);
        assertThat(directive(BOB, mail).getTargetFolder()).contains("Spam");
        assertThat(directive(BOB, mail).getFlags()).isEmpty();
    }

    @Test
    void theFolderThatARecipientsOwnRuleChoseIsKept() throws Exception {
        FakeMail mail = SpamMails.withHeader("Subject: x");
        chooseFolder(BOB, "/Lists/james", mail);
        mailet().service(mail);
        assertThat(directive(BOB, mail).getTargetFolder()).contains("/Lists/james");
        assertThat(directive(BOB, mail).getFlags()).isEmpty();
        assertThat(directive(ANNA, mail).getTargetFolder()).contains("Spam");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/INBOX", "INBOX", "/inbox"})
    void theInboxOfSievesImplicitKeepIsNoChoice(String inbox) throws Exception {
        FakeMail mail = SpamMails.withHeader("Subject: x");
        chooseFolder(BOB, inbox, mail);
        mailet().service(mail);
        assertThat(directive(BOB, mail).getTargetFolder()).contains("Spam");
    }

    @Test
    void flagsSetEarlierAreKept() throws Exception {
        FakeMail mail = SpamMails.withHeader("Subject: x");
        StorageDirective.builder()
                .seen(Optional.of(true))
                .keywords(Optional.of(List.of("mine")))
                .build()
                .encodeAsAttributes(Username.of(BOB.asString()))
                .forEach(mail::setAttribute);
        mailet().service(mail);
        Flags expected = new Flags(Flags.Flag.SEEN);
        expected.add("mine");
        expected.add("$Junk");
        assertThat(directive(BOB, mail).getFlags()).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/Spam", "Spam/", "a%b", "a*", "#shared", "a\tb"})
    void aFolderThatCannotBeStopsTheStart(String folder) {
        assertThatThrownBy(() -> mailet("folder", folder))
                .isInstanceOf(MessagingException.class)
                .hasMessage(
                        "FileAsSpam: folder = '"
                                + folder.strip()
                                + "' is not valid; expected a folder name of 1 to 200 characters"
                                + " without % * or control characters, for example"
                                + " <folder>Spam</folder>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "\\Seen", "a(b", "ř", "a*"})
    void aKeywordThatImapCannotCarryStopsTheStart(String keyword) {
        assertThatThrownBy(() -> mailet("keyword", keyword))
                .isInstanceOf(MessagingException.class)
                .hasMessage(
                        "FileAsSpam: keyword = '"
                                + keyword
                                + "' is not valid; expected an IMAP keyword, or none, for example"
                                + " <keyword>$Junk</keyword>");
    }

    @Test
    void anUnknownParameterStopsTheStart() {
        assertThatThrownBy(() -> mailet("targetFolderName", "Spam"))
                .isInstanceOf(MessagingException.class)
                .hasMessage(
                        "FileAsSpam: <targetFolderName> is not known here; expected <folder>,"
                                + " <keyword>");
    }
}
