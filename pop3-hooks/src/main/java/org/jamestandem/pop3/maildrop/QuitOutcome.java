package org.jamestandem.pop3.maildrop;

/** What became of the marks of a session at its QUIT. */
public enum QuitOutcome {
    /** All of it is done. */
    DONE,
    /** Recorded for good, and to be finished when the maildrop is next opened. */
    INTENDED,
    /** Recorded, but forgotten if the server stops before it is finished. */
    UNCERTAIN,
    /** Not known to be recorded; nothing was done. */
    REFUSED
}
