package org.jamestandem.mailets.settings;

import java.util.Optional;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A mailet that only changes how a mail is shown. When it fails, the mail goes on as it is and a
 * warning is logged; James would send it to the {@code error} processor. An operator who writes
 * {@code <onMailetException>} gets what that says instead.
 */
public abstract class PresentationMailet extends GenericMailet {
    private static final Logger LOGGER = LoggerFactory.getLogger(PresentationMailet.class);

    /** Changes the mail for all its recipients. */
    protected abstract void present(Mail mail) throws MessagingException;

    @Override
    public final void service(Mail mail) throws MessagingException {
        try {
            present(mail);
        } catch (MessagingException | RuntimeException e) {
            if (failurePolicyIsGiven()) {
                throw e;
            }
            LOGGER.warn("{} left mail {} as it was", getClass().getSimpleName(), mail.getName(), e);
        }
    }

    private boolean failurePolicyIsGiven() {
        return Optional.ofNullable(getInitParameter("onMailetException")).isPresent();
    }
}
