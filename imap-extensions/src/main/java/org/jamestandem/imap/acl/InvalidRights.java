package org.jamestandem.imap.acl;

/** A rights text that RFC 4314 §3.1 wants answered with BAD; the message is for the client. */
public final class InvalidRights extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    InvalidRights(String message) {
        super(message);
    }
}
