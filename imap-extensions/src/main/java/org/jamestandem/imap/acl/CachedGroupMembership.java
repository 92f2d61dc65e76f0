package org.jamestandem.imap.acl;

import com.google.common.base.Ticker;
import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.time.Duration;
import java.util.Set;
import reactor.core.publisher.Mono;

/**
 * Remembers a user's groups for a while, so that a change of membership counts within that time.
 */
public final class CachedGroupMembership implements GroupMembership {
    /** How long a user's groups are remembered. */
    public static final Duration LIFETIME = Duration.ofSeconds(60);

    private static final int USERS = 100_000;

    private final GroupMembership source;
    private final Cache<String, Set<String>> groups;

    public CachedGroupMembership(GroupMembership source, Ticker ticker) {
        this.source = source;
        this.groups =
                CacheBuilder.newBuilder()
                        .expireAfterWrite(LIFETIME)
                        .maximumSize(USERS)
                        .ticker(ticker)
                        .build();
    }

    @Override
    public Mono<Set<String>> groupsOf(String user) {
        return Mono.fromCallable(() -> groups.getIfPresent(user))
                .switchIfEmpty(source.groupsOf(user).doOnNext(found -> groups.put(user, found)));
    }

    @Override
    public Mono<Boolean> exists(String group) {
        return source.exists(group);
    }
}
