package org.jamestandem.mailets.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.jamestandem.mailets.hold.HoldWorld.PATIENCE;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.james.core.Username;
import org.jamestandem.kernel.audit.AuditAction;
import org.jamestandem.kernel.audit.Deed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

class HoldingTest {
    private static final Username ANNA = Username.of("anna@example.org");

    private final HoldWorld world = HoldWorld.usual();
    private Ticket ticket;

    @BeforeEach
    void hold() throws Exception {
        world.hold("m1", ANNA.asString());
        UUID id = world.mails.of(ANNA).single().block(PATIENCE).id();
        ticket = new Ticket(ANNA, id, Instant.parse("2026-02-01T00:00:00Z"));
    }

    @Test
    void aReleasedMailIsSentOnToItsRecipientAndHeldNoMore() throws Exception {
        assertThat(world.holding.release(ticket, false).block(PATIENCE).subject()).isEqualTo("m1");
        assertThat(world.outbox.resumed)
                .containsExactly("held-" + ticket.id() + " anna@example.org");
        assertThat(world.repository.size()).isZero();
        assertThat(world.holding.held(ticket).blockOptional(PATIENCE)).isEmpty();
        assertThat(world.learned).isEmpty();
    }

    @Test
    void whyTheMailCameLateIsWrittenDown() {
        world.holding.release(ticket, true).block(PATIENCE);
        assertThat(world.recorded.of(ANNA.asString()))
                .extracting(Deed::action, Deed::rule)
                .containsExactlyInAnyOrder(
                        tuple(AuditAction.HELD, "HoldAsSpam, no scanner said anything"),
                        tuple(AuditAction.RELEASED, "its reader: not spam"));
    }

    @Test
    void whoeverClicksOftenGetsItOnce() {
        List<HeldMail> released =
                Flux.range(0, 8)
                        .flatMap(
                                click ->
                                        world.holding
                                                .release(ticket, false)
                                                .subscribeOn(Schedulers.boundedElastic()),
                                8)
                        .collectList()
                        .block(PATIENCE);
        assertThat(released).hasSize(1);
        assertThat(world.outbox.resumed).hasSize(1);
    }

    @Test
    void aMailThatCannotBeSentOnIsStillHeld() throws Exception {
        world.outbox.failBefore(true);
        assertThatThrownBy(() -> world.holding.release(ticket, false).block(PATIENCE))
                .hasMessage("before");
        assertThat(world.repository.size()).isEqualTo(1);
        world.outbox.failBefore(false);
        assertThat(world.holding.release(ticket, false).blockOptional(PATIENCE)).isPresent();
    }

    @Test
    void theScannerLearnsWhenTheReaderSaysSo() throws Exception {
        world.holding.release(ticket, true).block(PATIENCE);
        assertThat(world.learned).containsExactly("m1");
    }

    @Test
    void anothersTicketReleasesNothing() {
        Ticket bobs = new Ticket(Username.of("bob@example.org"), ticket.id(), ticket.until());
        assertThat(world.holding.release(bobs, false).blockOptional(PATIENCE)).isEmpty();
        assertThat(world.outbox.resumed).isEmpty();
    }

    @Test
    void aMailThatAnOperatorTookFromTheRepositoryIsGone() throws Exception {
        world.repository.removeAll();
        assertThat(world.holding.release(ticket, false).blockOptional(PATIENCE)).isEmpty();
        assertThat(world.holding.held(ticket).blockOptional(PATIENCE)).isEmpty();
    }

    @Test
    void whatNobodyAskedForIsRemovedWhenItsTimeIsOver() throws Exception {
        world.at("2026-02-04T05:00:00Z");
        world.expiries().round().block(PATIENCE);
        assertThat(world.repository.size()).isEqualTo(1);
        world.at("2026-02-04T06:00:00Z");
        world.expiries().round().block(PATIENCE);
        assertThat(world.repository.size()).isZero();
        assertThat(world.mails.of(ANNA).hasElements().block(PATIENCE)).isFalse();
    }
}
