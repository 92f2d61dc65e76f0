/** What holds for POP3 sessions on this server, whoever reads. */
package org.jamestandem.pop3.session;
