package org.jamestandem.imap.acl;

/** One entry of an access control list. */
public record Grant(Identifier identifier, Rights rights) {}
