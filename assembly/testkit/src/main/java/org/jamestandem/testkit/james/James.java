package org.jamestandem.testkit.james;

/** A running James of any form, as a mail client and an administrator see it. */
public interface James extends AutoCloseable {
    /** The plain-text listeners that every form has. */
    enum Listener {
        IMAP,
        POP3,
        SMTP,
        LMTP
    }

    /** Where every listener is bound. */
    default String host() {
        return "127.0.0.1";
    }

    /** The port of one listener. */
    int port(Listener listener);

    /** The administration interface: adds users, calls routes. */
    WebAdmin webAdmin();

    /** Everything the process has printed so far. */
    String log();

    /** Ends the process the friendly way and waits for its end. Does nothing when it has ended. */
    @Override
    void close();
}
