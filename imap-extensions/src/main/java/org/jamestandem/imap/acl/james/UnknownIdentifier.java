package org.jamestandem.imap.acl.james;

/** An identifier that means nobody here; the message is for the client. */
final class UnknownIdentifier extends Exception {
    private static final long serialVersionUID = 1L;

    UnknownIdentifier(String message) {
        super(message);
    }
}
