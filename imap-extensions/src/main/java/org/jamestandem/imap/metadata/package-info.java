/** METADATA (RFC 5464): entries of the server itself, which James does not have. */
package org.jamestandem.imap.metadata;
