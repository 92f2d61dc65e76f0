/**
 * Server metadata (RFC 5464) that features keep: a feature writes one {@link
 * org.jamestandem.kernel.metadata.ServerEntries} and adds it with {@link
 * org.jamestandem.kernel.metadata.wiring.ServerEntriesModule}; the IMAP extension asks all of them.
 */
package org.jamestandem.kernel.metadata;
