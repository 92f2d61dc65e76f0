package org.jamestandem.imap.text;

/** How much of a message was read. */
public enum Completeness {
    WHOLE,
    /** All of the header, part of the body. */
    BODY_CUT,
    /** Part of the header, and the body not at all. */
    HEADER_CUT;

    Completeness orBodyCut() {
        return this == HEADER_CUT ? HEADER_CUT : BODY_CUT;
    }
}
