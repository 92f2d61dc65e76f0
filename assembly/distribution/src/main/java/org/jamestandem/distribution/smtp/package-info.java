/** Handlers for {@code smtpserver.xml} and {@code lmtpserver.xml}. */
package org.jamestandem.distribution.smtp;
