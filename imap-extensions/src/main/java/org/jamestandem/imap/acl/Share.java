package org.jamestandem.imap.acl;

/**
 * One entry, seen from whom it is about.
 *
 * @param mailbox with the name it had when that was last told
 */
public record Share(NamedMailbox mailbox, Grant entry) {}
