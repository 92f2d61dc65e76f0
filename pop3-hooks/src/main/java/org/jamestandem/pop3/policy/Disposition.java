package org.jamestandem.pop3.policy;

/** What happens to a message at QUIT. A message with none is kept as it is. */
public enum Disposition {
    /** It gets the IMAP flag \Seen. */
    SEE,
    /** This reader is not offered it again; IMAP keeps it. */
    HIDE,
    /** It is removed from the maildrop's folder, for everybody. */
    EXPUNGE
}
