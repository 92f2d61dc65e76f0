/** The POP3 listeners of this distribution. */
package org.jamestandem.distribution.pop3;
