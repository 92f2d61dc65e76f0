package org.jamestandem.mailets.hold.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.james.utils.UpdatableTickingClock;
import org.jamestandem.mailets.hold.Agenda;
import org.jamestandem.mailets.hold.Claims;
import org.jamestandem.mailets.hold.HeldMails;
import org.jamestandem.mailets.hold.HeldStateContract;
import org.jamestandem.mailets.hold.LinkKeys;
import org.junit.jupiter.api.Test;

class MemoryHeldStateTest implements HeldStateContract {
    private final HeldMails mails = new MemoryHeldMails();
    private final Agenda agenda = new MemoryAgenda();
    private final UpdatableTickingClock clock = new UpdatableTickingClock(MONDAY);
    private final Claims claims = new MemoryClaims(clock);
    private final LinkKeys keys = new MemoryLinkKeys();

    @Override
    public HeldMails mails() {
        return mails;
    }

    @Override
    public Agenda agenda() {
        return agenda;
    }

    @Override
    public Claims claims(int node) {
        return claims;
    }

    @Override
    public LinkKeys keys(int node) {
        return keys;
    }

    @Test
    void aClaimEndsByItself() {
        assertThat(claims.claim("x", Duration.ofMinutes(1)).block(PATIENCE)).isTrue();
        assertThat(claims.claim("x", Duration.ofMinutes(1)).block(PATIENCE)).isFalse();
        clock.setInstant(MONDAY.plus(Duration.ofMinutes(2)));
        assertThat(claims.claim("x", Duration.ofMinutes(1)).block(PATIENCE)).isTrue();
    }
}
