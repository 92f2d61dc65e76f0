package org.jamestandem.imap.acl;

/**
 * A mailbox and what its owner calls it now.
 *
 * @param key what it is known by for ever
 * @param name may change
 */
public record NamedMailbox(MailboxKey key, String name) {}
