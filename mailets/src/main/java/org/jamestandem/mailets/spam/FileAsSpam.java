package org.jamestandem.mailets.spam;

import com.google.inject.Inject;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.mail.Flags;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.james.core.Username;
import org.apache.james.user.api.UsersRepository;
import org.apache.james.user.api.UsersRepositoryException;
import org.apache.mailet.Mail;
import org.apache.mailet.StorageDirective;
import org.jamestandem.kernel.audit.AuditAction;
import org.jamestandem.kernel.settings.SettingFormat;
import org.jamestandem.kernel.settings.SettingFormats;
import org.jamestandem.mailets.decisions.Decisions;
import org.jamestandem.mailets.settings.Parameters;
import org.jamestandem.mailets.settings.PresentationMailet;

/**
 * Files the mail into a folder and marks it with a keyword, for each of its recipients. A folder
 * that the recipient's own Sieve script chose, other than INBOX, is kept; therefore it stands after
 * {@code Sieve}, whose implicit keep would put the mail back into INBOX.
 *
 * <p>Parameters: {@code folder}, by default {@value #DEFAULT_FOLDER}, which IMAP clients find as
 * {@code \Junk}; {@code keyword}, by default {@value #DEFAULT_KEYWORD}, or {@code none}.
 */
public class FileAsSpam extends PresentationMailet {
    static final String DEFAULT_FOLDER = "Spam";
    static final String DEFAULT_KEYWORD = "$Junk";

    private static final String FOLDER = "folder";
    private static final String KEYWORD = "keyword";
    private static final String NO_KEYWORD = "none";
    private static final String INBOX = "INBOX";

    /** Levels are separated by {@code /}, whatever the server's own separator is. */
    private static final SettingFormat<String> FOLDER_FORMAT =
            SettingFormats.of(
                    text -> matching(text, "[^/%*#&\\p{Cntrl}][^%*\\p{Cntrl}]{0,199}(?<!/)"),
                    "a folder name of 1 to 200 characters without % * or control characters",
                    DEFAULT_FOLDER);

    /** An atom (RFC 3501 §9, flag-keyword). */
    private static final SettingFormat<String> KEYWORD_FORMAT =
            SettingFormats.of(
                    text ->
                            matching(
                                    text,
                                    "[\\x21\\x23\\x24\\x26\\x27\\x2B-\\x5B\\x5E-\\x7A|}~]{1,64}"),
                    "an IMAP keyword, or none",
                    DEFAULT_KEYWORD);

    private final UsersRepository users;
    private final Decisions decisions;
    private String folder;
    private String keyword;

    @Inject
    public FileAsSpam(UsersRepository users, Decisions decisions) {
        this.users = users;
        this.decisions = decisions;
    }

    @Override
    public void init() throws MessagingException {
        Parameters parameters =
                Parameters.ofMailet(FileAsSpam.class, getMailetConfig(), List.of(FOLDER, KEYWORD));
        folder = parameters.value(FOLDER, FOLDER_FORMAT).orElse(DEFAULT_FOLDER);
        keyword = parameters.value(KEYWORD, KEYWORD_FORMAT).orElse(DEFAULT_KEYWORD);
    }

    @Override
    protected void present(Mail mail) throws MessagingException {
        for (MailAddress recipient : mail.getRecipients()) {
            Username user = username(recipient);
            StorageDirective earlier = StorageDirective.fromMail(user, mail);
            if (!choseFolder(earlier)) {
                StorageDirective.builder()
                        .targetFolder(folder)
                        .keywords(keywords(earlier))
                        .build()
                        .encodeAsAttributes(user)
                        .forEach(mail::setAttribute);
                decisions.record(
                        mail,
                        recipient,
                        AuditAction.FILED,
                        SpamReason.of(FileAsSpam.class, mail, recipient),
                        folder);
            }
        }
    }

    @Override
    public String getMailetInfo() {
        return "Files into " + folder;
    }

    private Username username(MailAddress recipient) throws MessagingException {
        try {
            return users.getUsername(recipient);
        } catch (UsersRepositoryException e) {
            throw new MessagingException("no account name for " + recipient.asString(), e);
        }
    }

    private static boolean choseFolder(StorageDirective directive) {
        return directive
                .getTargetFolder()
                .map(chosen -> chosen.startsWith("/") ? chosen.substring(1) : chosen)
                .filter(chosen -> !chosen.equalsIgnoreCase(INBOX))
                .isPresent();
    }

    private Optional<Collection<String>> keywords(StorageDirective earlier) {
        Set<String> all = new TreeSet<>();
        earlier.getFlags().map(Flags::getUserFlags).map(Arrays::asList).ifPresent(all::addAll);
        if (!keyword.equals(NO_KEYWORD)) {
            all.add(keyword);
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(all);
    }

    private static String matching(String text, String pattern) {
        if (!text.matches(pattern)) {
            throw new IllegalArgumentException("not of the form " + pattern);
        }
        return text;
    }
}
