package org.jamestandem.imap.acl;

/** One entry, seen from whom it is about. */
public record Share(MailboxKey mailbox, Rights rights) {}
