package org.jamestandem.imap.acl;

/**
 * An identifier that cannot be one (RFC 4314 §3: answered with BAD); the message is for the client.
 */
public final class InvalidIdentifier extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    InvalidIdentifier(String message) {
        super(message);
    }
}
