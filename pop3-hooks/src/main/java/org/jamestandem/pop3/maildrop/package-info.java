/**
 * What one POP3 session is offered, and what becomes of it at QUIT. Ports for what the server's own
 * mailbox does not know; adapters in the packages below.
 */
package org.jamestandem.pop3.maildrop;
