package org.jamestandem.testkit.clients;

/**
 * An IMAP client that brings local folders and the server's mailboxes to the same state, both ways.
 */
public interface MailboxSync {
    /** One synchronisation of all mailboxes. */
    ClientRun sync();

    /** The local copy of a mailbox. */
    Maildir local(String mailbox);
}
