package org.jamestandem.kernel.audit;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The same thing done to some messages.
 *
 * @param rule what made it happen, in the words of {@code tandem.xml}, such as {@code on-delete
 *     hide}, or the command, such as {@code EXPUNGE}
 * @param folder where the messages were or went; empty when nobody noted it
 * @param messages their ids as James writes them; none for what was done to a folder as a whole
 */
public record Deed(AuditAction action, String rule, String folder, List<String> messages) {
    public Deed {
        requireNonNull(action);
        requireNonNull(rule);
        requireNonNull(folder);
        messages = List.copyOf(messages);
        if (messages.isEmpty() && folder.isEmpty()) {
            throw new IllegalArgumentException("a deed to nothing: " + action);
        }
    }

    Deed with(List<String> others) {
        return new Deed(action, rule, folder, others);
    }
}
