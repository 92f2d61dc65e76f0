/**
 * Access control lists of mailboxes (RFC 4314): values, the rules that combine them, and the port
 * that stores them. Knows nothing of James, IMAP framing or databases.
 */
package org.jamestandem.imap.acl;
