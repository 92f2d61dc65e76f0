package org.jamestandem.pop3.migration;

import java.util.Optional;
import java.util.OptionalLong;
import org.jamestandem.pop3.uidl.UniqueId;

/**
 * One message as the server before knew it.
 *
 * @param line how its list has it
 * @param uid its UID there, when the list says so
 * @param octets its size with CRLF at every line end, when the list says so
 * @param headerHash SHA-256 of its header in hexadecimal digits, when the list says so
 */
public record OldMessage(
        String line,
        UniqueId id,
        OptionalLong uid,
        OptionalLong octets,
        Optional<String> headerHash) {}
