package org.jamestandem.imap.acl;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Ticker;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class CachedGroupMembershipTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final AtomicLong nanos = new AtomicLong();
    private Set<String> members = Set.of("sales");
    private final GroupMembership cached =
            new CachedGroupMembership(
                    new Source(),
                    new Ticker() {
                        @Override
                        public long read() {
                            return nanos.get();
                        }
                    });

    @Test
    void membershipIsRememberedAndThenAskedAgain() {
        assertThat(groups()).containsExactly("sales");
        members = Set.of();

        nanos.addAndGet(CachedGroupMembership.LIFETIME.toNanos() - 1);
        assertThat(groups()).containsExactly("sales");

        nanos.addAndGet(1);
        assertThat(groups()).isEmpty();
    }

    @Test
    void whetherAGroupExistsIsAlwaysAsked() {
        assertThat(cached.exists("sales").block(PATIENCE)).isTrue();
        members = Set.of();
        assertThat(cached.exists("sales").block(PATIENCE)).isFalse();
    }

    private Set<String> groups() {
        return cached.groupsOf("bob").block(PATIENCE);
    }

    private final class Source implements GroupMembership {
        @Override
        public Mono<Set<String>> groupsOf(String user) {
            return Mono.fromCallable(() -> members);
        }

        @Override
        public Mono<Boolean> exists(String group) {
            return Mono.fromCallable(() -> members.contains(group));
        }
    }
}
