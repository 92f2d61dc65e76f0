/** Who reads by POP3: a user, at a device. */
package org.jamestandem.pop3.reader;
