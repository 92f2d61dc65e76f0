package org.jamestandem.pop3.maildrop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.james.core.Username;
import org.jamestandem.pop3.uidl.MessageKey;
import org.jamestandem.pop3.uidl.UniqueId;
import org.junit.jupiter.api.Test;

/** What every {@link Fingerprints} keeps to. */
public interface FingerprintsContract {
    Duration PATIENCE = Duration.ofSeconds(60);
    Username ANNA = Username.of("anna@example.org");
    Instant MONDAY = Instant.parse("2026-01-05T08:00:00.123Z");

    /** With nothing in it. */
    Fingerprints fingerprints();

    @Test
    default void theLastOneIsReadAsItWasKept() {
        Fingerprint empty = new Fingerprint(MONDAY, 0, Map.of());
        Fingerprint full =
                new Fingerprint(
                        MONDAY.plusSeconds(1), 7, Map.of(new MessageKey("a"), new UniqueId("1")));
        assertThat(fingerprints().of(ANNA).blockOptional(PATIENCE)).isEmpty();
        for (Fingerprint one : new Fingerprint[] {empty, full, empty}) {
            fingerprints().keep(ANNA, one).block(PATIENCE);
            assertThat(fingerprints().of(ANNA).block(PATIENCE)).isEqualTo(one);
        }
        assertThat(fingerprints().of(Username.of("bob@example.org")).blockOptional(PATIENCE))
                .isEmpty();
    }

    @Test
    default void aForgottenOneIsNone() {
        fingerprints().keep(ANNA, new Fingerprint(MONDAY, 0, Map.of())).block(PATIENCE);
        for (int twice = 0; twice < 2; twice++) {
            fingerprints().forget(ANNA).block(PATIENCE);
        }
        assertThat(fingerprints().of(ANNA).blockOptional(PATIENCE)).isEmpty();
    }
}
