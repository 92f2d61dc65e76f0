/** Names of mailboxes in IMAP commands of James. */
package org.jamestandem.imap.sharing.james;
