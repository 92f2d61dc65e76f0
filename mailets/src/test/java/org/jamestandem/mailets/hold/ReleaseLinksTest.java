package org.jamestandem.mailets.hold;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.apache.james.core.Username;
import org.apache.james.utils.UpdatableTickingClock;
import org.jamestandem.mailets.hold.memory.MemoryLinkKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseLinksTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");
    private static final Ticket TICKET =
            new Ticket(
                    Username.of("anna@example.org"),
                    UUID.fromString("01234567-89ab-cdef-0123-456789abcdef"),
                    NOW.plus(Duration.ofDays(90)));

    private final UpdatableTickingClock clock = new UpdatableTickingClock(NOW);
    private final LinkKeys keys = new MemoryLinkKeys();
    private final ReleaseLinks links = new ReleaseLinks(keys, clock);

    private String token() {
        return links.signer().block(PATIENCE).apply(TICKET);
    }

    private boolean isGood(String token) {
        return links.read(token).blockOptional(PATIENCE).isPresent();
    }

    @Test
    void aTokenHoldsItsTicket() {
        assertThat(links.read(token()).block(PATIENCE)).isEqualTo(TICKET);
    }

    @Test
    void anotherNodeReadsIt() {
        assertThat(new ReleaseLinks(keys, clock).read(token()).block(PATIENCE)).isEqualTo(TICKET);
    }

    @Test
    void aServerWithAnotherKeyDoesNot() {
        ReleaseLinks other = new ReleaseLinks(new MemoryLinkKeys(), clock);
        other.signer().block(PATIENCE);
        assertThat(other.read(token()).blockOptional(PATIENCE)).isEmpty();
    }

    @Test
    void aTokenHoldsUntilItsTimeThoughKeysChange() {
        String token = token();
        clock.setInstant(TICKET.until().minusSeconds(1));
        assertThat(isGood(token)).isTrue();
        assertThat(token()).isNotEqualTo(token);
        clock.setInstant(TICKET.until());
        assertThat(isGood(token)).isFalse();
    }

    @Test
    void noBitOfATokenMayChange() {
        String token = token();
        int dot = token.indexOf('.');
        for (String part : new String[] {token.substring(0, dot), token.substring(dot + 1)}) {
            byte[] bytes = Base64.getUrlDecoder().decode(part);
            for (int bit = 0; bit < bytes.length * 8; bit++) {
                byte[] changed = bytes.clone();
                changed[bit / 8] ^= (byte) (1 << bit % 8);
                String text = Base64.getUrlEncoder().withoutPadding().encodeToString(changed);
                String forged =
                        part.equals(token.substring(0, dot))
                                ? text + token.substring(dot)
                                : token.substring(0, dot + 1) + text;
                assertThat(isGood(forged)).as("bit %d", bit).isFalse();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a.b", "x", "AAAA.AAAA", "%%%.%%%", "ž.ž"})
    void whatIsNoTokenIsRefused(String token) {
        assertThat(isGood(token)).isFalse();
    }

    @Test
    void aTokenWithoutEndIsRefused() {
        assertThat(isGood("A".repeat(1_000_000) + ".A")).isFalse();
    }
}
