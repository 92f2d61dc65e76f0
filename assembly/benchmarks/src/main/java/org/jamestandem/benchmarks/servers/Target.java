package org.jamestandem.benchmarks.servers;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import org.jamestandem.benchmarks.client.Account;

/** A running mail server, as a load generator needs it. */
public interface Target extends Closeable {
    /** The word in reports. */
    String name();

    /** Its plain IMAP listener. */
    InetSocketAddress imap();

    /** Its plain POP3 listener. */
    InetSocketAddress pop3();

    /** An account that nobody has used, with an empty INBOX. */
    Account newAccount() throws IOException;

    /** Ends it and removes what it stored. */
    @Override
    void close() throws IOException;
}
