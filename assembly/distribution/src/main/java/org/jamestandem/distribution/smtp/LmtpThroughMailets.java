package org.jamestandem.distribution.smtp;

import com.google.inject.Inject;
import org.apache.james.lmtpserver.MailetContainerHandler;
import org.apache.james.mailetcontainer.api.MailProcessor;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.server.core.MimeMessageInputStreamSource;
import org.apache.mailet.Mail;

/**
 * James' LMTP delivery through the mailets, whose transaction ends with its last answer, so that
 * the next MAIL on the connection is accepted (RFC 5321 §4.1.1.4, RFC 2033 §4.2). James 3.8.1
 * answers it with 503.
 */
public final class LmtpThroughMailets extends MailetContainerHandler {
    @Inject
    public LmtpThroughMailets(MailProcessor mailProcessor) {
        super(mailProcessor);
    }

    @Override
    protected Response processExtensions(
            SMTPSession session, Mail mail, MimeMessageInputStreamSource content) {
        try {
            return super.processExtensions(session, mail, content);
        } finally {
            session.resetState();
        }
    }
}
