package org.jamestandem.pop3.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.james.core.Domain;
import org.jamestandem.pop3.policy.memory.MemoryPolicies;
import org.junit.jupiter.api.Test;

/** What CAPA says before anybody has logged in. */
class AnnouncementsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final StoredPolicies stored = new MemoryPolicies();

    @Test
    void withoutAnyDelayThereIsNoLine() {
        assertThat(announcements(Policies.STOCK).loginDelay()).isEmpty();
        assertThat(announcements(Policies.STOCK).expire()).isEqualTo("EXPIRE NEVER");
    }

    @Test
    void theLargestDelayIsAnnouncedWhereverItIsSet() {
        Policies configured =
                new Policies(Map.of(PolicyScope.DEFAULT, layer(new LoginDelay(seconds(30)))));
        assertThat(announcements(configured).loginDelay()).contains("LOGIN-DELAY 30");

        store(configured, new LoginDelay(seconds(90)));
        store(configured, new LoginDelay(seconds(5)));
        assertThat(announcements(configured).loginDelay()).contains("LOGIN-DELAY 90 USER");
        assertThat(announcements(configured).expire()).isEqualTo("EXPIRE NEVER");
    }

    @Test
    void aStoredExpiryIsAnnouncedBesideIt() {
        store(Policies.STOCK, new LoginDelay(seconds(90)));
        store(
                Policies.STOCK,
                new Expiry.After(Duration.ofDays(7), Expiry.When.TAKEN, Disposition.TRASH, true));
        assertThat(announcements(Policies.STOCK).expire()).isEqualTo("EXPIRE 7 USER");
        assertThat(announcements(Policies.STOCK).loginDelay()).contains("LOGIN-DELAY 90 USER");
    }

    private void store(Policies configured, PolicyOption option) {
        new PolicyBook(configured, stored)
                .store(new PolicyScope.OfDomain(Domain.of("example.org")), layer(option))
                .block(PATIENCE);
    }

    private Announcements announcements(Policies configured) {
        return new Announcements(configured, stored, Clock.systemUTC());
    }

    private static PolicyLayer layer(PolicyOption option) {
        return new PolicyLayer(List.of(option));
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }
}
