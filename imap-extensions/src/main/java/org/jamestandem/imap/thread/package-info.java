/**
 * Threads of messages (RFC 5256 §3). Pure: knows what headers say, no IMAP protocol classes; those
 * are in {@code james}.
 */
package org.jamestandem.imap.thread;
