package org.jamestandem.imap.acl.james.delivery;

import java.io.IOException;
import java.io.InputStream;
import javax.mail.MessagingException;
import javax.mail.internet.MimeMessage;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.Content;
import org.apache.james.server.core.MimeMessageInputStream;
import org.apache.james.server.core.MimeMessageUtil;

/** A mail as mailboxes take it. */
record MimeMessageContent(MimeMessage mail) implements Content {
    @Override
    public InputStream getInputStream() throws IOException {
        try {
            return new MimeMessageInputStream(mail);
        } catch (MessagingException e) {
            throw new IOException(e);
        }
    }

    @Override
    public long size() throws MailboxException {
        try {
            return MimeMessageUtil.getMessageSize(mail);
        } catch (MessagingException e) {
            throw new MailboxException("Cannot tell the size of the mail", e);
        }
    }
}
