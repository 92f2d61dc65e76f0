package org.jamestandem.testkit.clients;

/** A POP3 client that fetches, when told, what it does not have. */
public interface Pop3Poller {
    /** One poll. A poll without new mail is a success. */
    ClientRun poll();

    /** Where it delivers to. */
    Maildir delivered();
}
