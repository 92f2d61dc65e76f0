/**
 * What LIST shows of a set of names (RFC 3501 §6.3.8, RFC 5258): which match, and which levels
 * above them. Knows nothing of James.
 */
package org.jamestandem.imap.listing;
