package org.jamestandem.pop3.migration;

import org.jamestandem.pop3.uidl.MessageKey;

/**
 * A message as this server has it.
 *
 * @param octets its size with CRLF at every line end
 * @param headerHash SHA-256 of its header in hexadecimal digits; empty when it was not asked for
 */
public record CopiedMessage(MessageKey key, long uid, long octets, String headerHash) {}
