package org.jamestandem.imap.acl;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Groups of a source that may fail to answer: then a user is in the groups last known, and in none
 * when none ever were. Whether a group exists is never guessed.
 */
public final class LastKnownGroups implements GroupMembership {
    private static final Logger LOGGER = LoggerFactory.getLogger(LastKnownGroups.class);
    private static final int USERS = 100_000;

    private final GroupMembership source;
    private final Cache<String, Set<String>> known =
            CacheBuilder.newBuilder().maximumSize(USERS).build();

    public LastKnownGroups(GroupMembership source) {
        this.source = source;
    }

    @Override
    public Mono<Set<String>> groupsOf(String user) {
        return source.groupsOf(user)
                .doOnNext(groups -> known.put(user, groups))
                .onErrorResume(error -> Mono.just(lastKnown(user, error)));
    }

    private Set<String> lastKnown(String user, Throwable error) {
        Set<String> groups = known.getIfPresent(user);
        LOGGER.warn(
                "The groups of {} cannot be asked for; reckoning with {}",
                user,
                groups == null ? "none" : "those last known",
                error);
        return groups == null ? Set.of() : groups;
    }

    @Override
    public Mono<Boolean> exists(String group) {
        return source.exists(group);
    }
}
