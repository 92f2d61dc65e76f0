package org.jamestandem.imap.acl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class ConfiguredGroupsTest {
    private static final Map<String, Set<String>> LISTED =
            Map.of(
                    "board@a", Set.of("anna@a", "$sales@a"),
                    "everybody@a", Set.of("$board@a", "$circle@a"),
                    "circle@a", Set.of("$everybody@a"));

    private final GroupMembership groups = new ConfiguredGroups(LISTED, new SalesIsBob());

    private static final class SalesIsBob implements GroupMembership {
        @Override
        public Mono<Set<String>> groupsOf(String user) {
            return Mono.just(user.equals("bob@a") ? Set.of("sales@a") : Set.of());
        }

        @Override
        public Mono<Boolean> exists(String group) {
            return Mono.just(group.equals("sales@a"));
        }
    }

    @Test
    void groupsOfBothKindsAreNested() {
        assertThat(groups.groupsOf("anna@a").block())
                .containsExactlyInAnyOrder("board@a", "everybody@a", "circle@a");
        assertThat(groups.groupsOf("bob@a").block())
                .containsExactlyInAnyOrder("sales@a", "board@a", "everybody@a", "circle@a");
        assertThat(groups.groupsOf("carol@a").block()).isEmpty();
    }

    @Test
    void groupsOfBothKindsExist() {
        assertThat(groups.exists("board@a").block()).isTrue();
        assertThat(groups.exists("sales@a").block()).isTrue();
        assertThat(groups.exists("nobody@a").block()).isFalse();
    }

    @Test
    void aDomainBelongsToOneTenancy() {
        Tenancies tenancies = new Tenancies(List.of(Set.of("a", "b"), Set.of("c")));

        assertThat(tenancies.together("a", "b")).isTrue();
        assertThat(tenancies.together("a", "c")).isFalse();
        assertThat(tenancies.of("d")).containsExactly("d");
        assertThatThrownBy(() -> new Tenancies(List.of(Set.of("a"), Set.of("a"))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
