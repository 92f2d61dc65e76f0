/** A user's own policy as an entry of the server's IMAP metadata. */
package org.jamestandem.pop3.policy.metadata;
