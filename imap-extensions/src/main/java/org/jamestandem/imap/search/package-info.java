/**
 * Searching mailboxes (RFC 3501 §6.4.4 and its extensions): what is asked, what it means, and the
 * ports through which an engine reads the server and its index.
 */
package org.jamestandem.imap.search;
