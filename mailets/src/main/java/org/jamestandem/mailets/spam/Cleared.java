package org.jamestandem.mailets.spam;

import org.apache.mailet.Attribute;
import org.apache.mailet.AttributeName;
import org.apache.mailet.AttributeValue;
import org.apache.mailet.Mail;

/** Marks mail that is not spam whatever scanners say: its recipient has asked for it. */
public final class Cleared {
    private static final AttributeName NAME = AttributeName.of("org.jamestandem.cleared");

    private Cleared() {}

    /** Marks it; nobody outside can. */
    public static void mark(Mail mail) {
        mail.setAttribute(new Attribute(NAME, AttributeValue.of(true)));
    }

    static boolean isMarked(Mail mail) {
        return mail.getAttribute(NAME).isPresent();
    }
}
