/** Bounds for IMAP commands. */
package org.jamestandem.distribution.imap;
