/** Maildrops on James' own mailboxes. */
package org.jamestandem.pop3.maildrop.james;
