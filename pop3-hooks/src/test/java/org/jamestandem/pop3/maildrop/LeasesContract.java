package org.jamestandem.pop3.maildrop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.apache.james.core.Username;
import org.awaitility.Awaitility;
import org.jamestandem.pop3.reader.Reader;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

public interface LeasesContract {
    Duration SOON = Duration.ofSeconds(20);
    Duration LONG = Duration.ofMinutes(5);
    Reader DORA = Reader.of(Username.of("dora@example.org"));
    Reader EVA = Reader.of(Username.of("eva@example.org"));

    MaildropState state();

    @Test
    default void oneOfTwoGetsIt() {
        assertThat(take(lease(DORA))).isTrue();
        assertThat(take(lease(DORA))).isFalse();
    }

    @Test
    default void whoHasItKeepsIt() {
        Lease lease = lease(DORA);
        assertThat(take(lease)).isTrue();
        assertThat(take(lease)).isTrue();
        assertThat(take(lease(DORA))).isFalse();
    }

    @Test
    default void ofManyAtOnceOneGetsIt() {
        Long winners =
                Flux.range(0, 8)
                        .flatMap(any -> state().leases().take(lease(DORA), LONG), 8)
                        .filter(taken -> taken)
                        .count()
                        .block(SOON);
        assertThat(winners).isEqualTo(1);
    }

    @Test
    default void whatIsGivenBackIsFree() {
        Lease lease = lease(DORA);
        take(lease);
        for (int i = 0; i < 2; i++) {
            state().leases().release(lease).block(SOON);
        }
        assertThat(take(lease(DORA))).isTrue();
    }

    @Test
    default void nobodyGivesBackWhatAnotherHas() {
        take(lease(DORA));
        state().leases().release(lease(DORA)).block(SOON);
        assertThat(take(lease(DORA))).isFalse();
    }

    @Test
    default void everyLeaseOfAReaderCanBeTakenAway() {
        Lease delay = new Lease(DORA, Lease.Purpose.DELAY, UUID.randomUUID());
        take(lease(DORA));
        take(delay);
        take(lease(EVA));
        for (int twice = 0; twice < 2; twice++) {
            state().leases().forget(DORA).block(SOON);
        }
        assertThat(take(lease(DORA))).isTrue();
        assertThat(take(new Lease(DORA, Lease.Purpose.DELAY, UUID.randomUUID()))).isTrue();
        assertThat(take(lease(EVA))).isFalse();
    }

    @Test
    default void readersAndPurposesAreApart() {
        take(lease(DORA));
        assertThat(take(lease(EVA))).isTrue();
        assertThat(take(new Lease(DORA, Lease.Purpose.DELAY, UUID.randomUUID()))).isTrue();
    }

    @Test
    default void whatIsNotRenewedIsFreeInTime() {
        state().leases().take(lease(DORA), Duration.ofSeconds(2)).block(SOON);
        Awaitility.await().atMost(SOON).until(() -> take(lease(DORA)));
    }

    private boolean take(Lease lease) {
        return Boolean.TRUE.equals(state().leases().take(lease, LONG).block(SOON));
    }

    private static Lease lease(Reader reader) {
        return new Lease(reader, Lease.Purpose.SESSION, UUID.randomUUID());
    }
}
