package org.jamestandem.imap.acl;

import java.util.List;

/**
 * One entry of a list that concerns somebody.
 *
 * @param rights what it gives, or takes when its identifier is negative
 */
public record Reason(Identifier entry, Rights rights) {
    /** Every entry that concerns the requester, those that give before those that take. */
    public static List<Reason> of(AccessList list, Requester requester) {
        return list.entries().entrySet().stream()
                .filter(entry -> entry.getKey().subject().covers(requester))
                .map(entry -> new Reason(entry.getKey(), entry.getValue()))
                .sorted(
                        (one, other) ->
                                Boolean.compare(one.entry().negative(), other.entry().negative()))
                .toList();
    }
}
