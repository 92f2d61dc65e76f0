package org.jamestandem.mailets.spam;

import com.google.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.mail.MessagingException;
import javax.mail.internet.MimeMessage;
import org.apache.james.core.MailAddress;
import org.apache.mailet.Mail;
import org.jamestandem.kernel.audit.AuditAction;
import org.jamestandem.kernel.settings.SettingFormat;
import org.jamestandem.kernel.settings.SettingFormats;
import org.jamestandem.mailets.decisions.Decisions;
import org.jamestandem.mailets.settings.HeaderText;
import org.jamestandem.mailets.settings.Parameters;
import org.jamestandem.mailets.settings.PresentationMailet;

/**
 * Puts a tag before the subject, once however often the mail passes. A mail without a subject gets
 * the tag as its subject. Nothing else of the message changes.
 *
 * <p>Parameter {@code tag}, by default {@value #DEFAULT_TAG}.
 */
public class TagSubject extends PresentationMailet {
    static final String DEFAULT_TAG = "[SPAM]";

    private static final String TAG = "tag";
    private static final SettingFormat<String> TAG_FORMAT =
            SettingFormats.of(
                    TagSubject::tag,
                    "a text of 1 to 40 characters without line breaks",
                    DEFAULT_TAG);

    private final Decisions decisions;
    private String tag;

    @Inject
    public TagSubject(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public void init() throws MessagingException {
        tag =
                Parameters.ofMailet(TagSubject.class, getMailetConfig(), List.of(TAG))
                        .value(TAG, TAG_FORMAT)
                        .orElse(DEFAULT_TAG);
    }

    @Override
    protected void present(Mail mail) throws MessagingException {
        MimeMessage message = mail.getMessage();
        String subject = HeaderText.readable(message.getHeader("Subject", null));
        if (!subject.startsWith(tag)) {
            message.setSubject((tag + " " + subject).strip(), StandardCharsets.UTF_8.name());
            for (MailAddress recipient : mail.getRecipients()) {
                decisions.record(
                        mail,
                        recipient,
                        AuditAction.TAGGED,
                        SpamReason.of(TagSubject.class, mail, recipient),
                        "");
            }
        }
    }

    @Override
    public String getMailetInfo() {
        return "Tags the subject with " + tag;
    }

    private static String tag(String text) {
        if (!text.matches("[^\\p{Cntrl}]{1,40}")) {
            throw new IllegalArgumentException("empty, too long, or with line breaks");
        }
        return text;
    }
}
