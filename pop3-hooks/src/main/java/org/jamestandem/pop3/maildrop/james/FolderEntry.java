package org.jamestandem.pop3.maildrop.james;

import java.time.Instant;

/**
 * One message of a folder, as James stores it.
 *
 * @param messageId as James writes it
 */
public record FolderEntry(String messageId, long uid, long octets, Instant arrivedAt) {}
