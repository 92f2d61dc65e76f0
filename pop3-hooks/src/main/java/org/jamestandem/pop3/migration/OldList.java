package org.jamestandem.pop3.migration;

import java.util.List;

/**
 * A maildrop as the server before knew it.
 *
 * @param messages in the order of the maildrop
 * @param unreadable lines that name no message
 */
public record OldList(List<OldMessage> messages, List<String> unreadable) {
    public OldList {
        messages = List.copyOf(messages);
        unreadable = List.copyOf(unreadable);
    }
}
