package org.jamestandem.imap.acl;

import java.util.HashSet;
import java.util.Set;
import reactor.core.publisher.Mono;

/** The groups of two sources. */
public record BothGroups(GroupMembership one, GroupMembership other) implements GroupMembership {
    @Override
    public Mono<Set<String>> groupsOf(String user) {
        return Mono.zip(
                one.groupsOf(user),
                other.groupsOf(user),
                (some, more) -> {
                    Set<String> all = new HashSet<>(some);
                    all.addAll(more);
                    return Set.copyOf(all);
                });
    }

    @Override
    public Mono<Boolean> exists(String group) {
        return one.exists(group)
                .filter(Boolean::booleanValue)
                .switchIfEmpty(Mono.defer(() -> other.exists(group)));
    }
}
