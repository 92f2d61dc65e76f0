package org.jamestandem.mailets.hold;

import javax.mail.internet.MimeMessage;

/** Who learns that a mail is no spam after all. */
public interface Feedback {
    /** Tells it. Returns before anybody has learned, and throws nothing. */
    void notSpam(MimeMessage message);
}
