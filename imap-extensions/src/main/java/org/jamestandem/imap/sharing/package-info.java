/**
 * Names of other people's mailboxes (RFC 2342): which name each has, for whom, and which mailbox a
 * name means. Knows nothing of James or of rights.
 */
package org.jamestandem.imap.sharing;
