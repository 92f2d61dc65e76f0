package org.jamestandem.mailets.hold;

import java.util.Locale;

/** A language of digests and pages. */
public enum Language {
    /** Czech. */
    CS("Zadržené zprávy: %d"),
    /** English. */
    EN("Messages held back: %d");

    private final String subject;

    Language(String subject) {
        this.subject = subject;
    }

    Locale locale() {
        return Locale.forLanguageTag(tag());
    }

    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    String subject(int mails) {
        return subject.formatted(mails);
    }
}
