package org.jamestandem.testkit.transcript;

import javax.net.ssl.SSLContext;

/** What a transcript needs of a server. Every form of the server under test has one. */
public interface TranscriptServer {
    /** The word for this form in {@code # forms:}, for instance {@code stock}. */
    String form();

    /** The plain or TLS listener of a protocol. */
    Endpoint endpoint(Protocol protocol);

    /** A new user, never handed out before, with an empty mailbox. */
    Account createAccount(String name, String kind);

    /** Trusts the certificate of the server under test. */
    SSLContext tls();
}
