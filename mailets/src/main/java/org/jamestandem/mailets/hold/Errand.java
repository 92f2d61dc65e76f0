package org.jamestandem.mailets.hold;

/** What is to be done about held mail at its time. */
public enum Errand {
    /** Tell its owner of it. */
    DIGEST,
    /** Remove it for ever. */
    EXPIRY
}
