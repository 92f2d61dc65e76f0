/**
 * Order of messages as RFC 5256 defines it. Pure: knows values and mailboxes, no IMAP protocol
 * classes; those are in {@code james}.
 */
package org.jamestandem.imap.sort;
