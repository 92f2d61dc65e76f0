package org.jamestandem.mailets.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jamestandem.mailets.hold.HoldWorld.PATIENCE;

import java.time.Instant;
import java.util.UUID;
import org.apache.james.core.Username;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeldRowsTest {
    private static final Username ANNA = Username.of("anna@example.org");
    private static final Username ANN = Username.of("ann@example.org");

    private final HoldWorld world = HoldWorld.usual();
    private final HeldRows rows =
            new HeldRows(world.mails, world.agenda, world.settings, world.clock);
    private UUID id;

    @BeforeEach
    void holdAndTell() throws Exception {
        world.hold("m1", ANNA.asString());
        id = world.mails.of(ANNA).single().block(PATIENCE).id();
        world.at("2026-01-05T06:00:00Z");
        world.node().round().block(PATIENCE);
    }

    private void rename() {
        rows.copy(ANNA, ANN).block(PATIENCE);
        rows.copy(ANNA, ANN).block(PATIENCE);
        rows.forget(ANNA).block(PATIENCE);
    }

    @Test
    void aRenamedUserIsToldOnceAgainAndReleasesTheMailToTheNewName() throws Exception {
        int before = world.outbox.sent.size();
        rename();
        world.at("2026-01-06T06:00:00Z");
        world.node().round().block(PATIENCE);
        assertThat(world.outbox.sent).hasSize(before + 1);
        Ticket ticket = new Ticket(ANN, id, Instant.parse("2026-02-01T00:00:00Z"));
        assertThat(world.holding.release(ticket, false).block(PATIENCE).subject()).isEqualTo("m1");
        assertThat(world.outbox.resumed).containsExactly("held-" + id + " ann@example.org");
    }

    @Test
    void aLinkOfTheFormerNameReleasesNothing() {
        rename();
        Ticket ticket = new Ticket(ANNA, id, Instant.parse("2026-02-01T00:00:00Z"));
        assertThat(world.holding.release(ticket, false).blockOptional(PATIENCE)).isEmpty();
        assertThat(world.outbox.resumed).isEmpty();
    }

    @Test
    void whatNobodyReleasesGoesWhenItsTimeIsOver() throws Exception {
        rename();
        world.at("2026-02-04T06:00:00Z");
        world.expiries().round().block(PATIENCE);
        assertThat(world.repository.size()).isZero();
        assertThat(world.mails.of(ANN).hasElements().block(PATIENCE)).isFalse();
    }

    @Test
    void whoGetsTheNameLaterFindsNothingHeld() {
        rows.forget(ANNA).block(PATIENCE);
        assertThat(world.mails.of(ANNA).hasElements().block(PATIENCE)).isFalse();
    }
}
