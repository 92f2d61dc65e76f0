/** SORT and UID SORT (RFC 5256) on James' IMAP classes. */
package org.jamestandem.imap.sort.james;
