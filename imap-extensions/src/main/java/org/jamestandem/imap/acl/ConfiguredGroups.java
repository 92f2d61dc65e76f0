package org.jamestandem.imap.acl;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Groups of a fixed list, beside those of another source. A group of either may be a member of one
 * of the list.
 */
public final class ConfiguredGroups implements GroupMembership {
    private final Map<String, Set<String>> members;
    private final GroupMembership others;

    /**
     * @param members by name of the group; a member that is a group has the marker {@code $}
     */
    public ConfiguredGroups(Map<String, Set<String>> members, GroupMembership others) {
        this.members = Map.copyOf(members);
        this.others = others;
    }

    @Override
    public Mono<Set<String>> groupsOf(String user) {
        return others.groupsOf(user).flatMap(found -> grown(user, new HashSet<>(found)));
    }

    /** Whatever is found may be a member of something again. */
    private Mono<Set<String>> grown(String user, Set<String> found) {
        Set<String> added = listed(user, found);
        added.removeAll(found);
        if (added.isEmpty()) {
            return Mono.just(Set.copyOf(found));
        }
        found.addAll(added);
        return Flux.fromIterable(added)
                .concatMap(others::groupsOf)
                .doOnNext(found::addAll)
                .then(Mono.defer(() -> grown(user, found)));
    }

    private Set<String> listed(String user, Set<String> groups) {
        Set<String> found = new HashSet<>();
        Deque<String> subjects = new ArrayDeque<>(Set.of(user));
        groups.forEach(group -> subjects.add(Subject.GROUP_MARKER + group));
        while (!subjects.isEmpty()) {
            String subject = subjects.pop();
            members.forEach(
                    (group, those) -> {
                        if (those.contains(subject) && found.add(group)) {
                            subjects.push(Subject.GROUP_MARKER + group);
                        }
                    });
        }
        return found;
    }

    @Override
    public Mono<Boolean> exists(String group) {
        return members.containsKey(group) ? Mono.just(true) : others.exists(group);
    }
}
