/**
 * The commands of POP3 (RFC 1939, 2449, 2595, 3206). They translate between the wire and an open
 * maildrop, and decide nothing about mail.
 */
package org.jamestandem.pop3.session.james;
