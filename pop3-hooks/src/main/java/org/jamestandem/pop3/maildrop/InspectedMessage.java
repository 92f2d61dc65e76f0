package org.jamestandem.pop3.maildrop;

/**
 * A message with what IMAP says about it.
 *
 * @param seen whether it has the flag \Seen
 * @param flagged whether it has the flag \Flagged
 */
public record InspectedMessage(StoredMessage message, boolean seen, boolean flagged) {}
