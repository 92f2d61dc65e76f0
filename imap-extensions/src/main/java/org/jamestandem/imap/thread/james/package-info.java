/** THREAD and UID THREAD (RFC 5256) on James' IMAP classes. */
package org.jamestandem.imap.thread.james;
