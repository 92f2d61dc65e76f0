package org.jamestandem.mailets.hold;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.james.core.Username;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** What every store of held mail keeps to. */
public interface HeldStateContract {
    Duration PATIENCE = Duration.ofSeconds(60);
    Instant MONDAY = Instant.parse("2026-01-05T08:00:00.123Z");
    Username ANNA = Username.of("anna@example.org");
    Username BOB = Username.of("bob@example.org");

    HeldMails mails();

    Agenda agenda();

    /** The claims of one node of several. */
    Claims claims(int node);

    /** The keys as one node of several sees them. */
    LinkKeys keys(int node);

    /** A mail held from that user. */
    static HeldMail held(Username owner, int number) {
        return new HeldMail(
                new UUID(1, number),
                owner,
                owner.asString(),
                "Výherce <win@elsewhere.example>",
                "Subject " + number,
                MONDAY.plusSeconds(number),
                1234,
                "https://elsewhere.example/u?" + number);
    }

    @Test
    default void whatIsHeldIsFoundByItsOwnerUntilItIsForgotten() {
        HeldMail one = held(ANNA, 1);
        for (int twice = 0; twice < 2; twice++) {
            mails().keep(one).block(PATIENCE);
        }
        mails().keep(held(ANNA, 2)).block(PATIENCE);
        mails().keep(held(BOB, 3)).block(PATIENCE);
        assertThat(mails().find(ANNA, one.id()).block(PATIENCE)).isEqualTo(one);
        assertThat(mails().find(BOB, one.id()).blockOptional(PATIENCE)).isEmpty();
        assertThat(mails().of(ANNA).collectList().block(PATIENCE))
                .containsExactlyInAnyOrder(one, held(ANNA, 2));
        for (int twice = 0; twice < 2; twice++) {
            mails().forget(ANNA, one.id()).block(PATIENCE);
        }
        assertThat(mails().find(ANNA, one.id()).blockOptional(PATIENCE)).isEmpty();
        assertThat(mails().of(ANNA).collectList().block(PATIENCE)).containsExactly(held(ANNA, 2));
    }

    @Test
    default void partsAreDueFromTheirTimeOnTheEarliestFirst() {
        AgendaPart later = AgendaPart.of(Errand.DIGEST, MONDAY.plusMillis(1), ANNA);
        AgendaPart sooner = AgendaPart.of(Errand.DIGEST, MONDAY, ANNA);
        AgendaPart expiry = AgendaPart.of(Errand.EXPIRY, MONDAY, ANNA);
        List.of(later, sooner, expiry)
                .forEach(part -> agenda().enrol(part, ANNA, new UUID(1, 1)).block(PATIENCE));
        assertThat(due(MONDAY.minusMillis(1))).isEmpty();
        assertThat(due(MONDAY)).containsExactly(sooner);
        assertThat(due(MONDAY.plusMillis(1))).containsExactly(sooner, later);
        agenda().close(sooner).block(PATIENCE);
        assertThat(due(MONDAY.plusMillis(1))).containsExactly(later);
    }

    @Test
    default void entriesOfAnOwnerComeTogetherUntilTheyAreStruck() {
        AgendaPart part = new AgendaPart(Errand.DIGEST, MONDAY, 7);
        for (int number = 0; number < 100; number++) {
            agenda().enrol(part, ANNA, new UUID(1, number)).block(PATIENCE);
            agenda().enrol(part, BOB, new UUID(2, number)).block(PATIENCE);
            agenda().enrol(part, BOB, new UUID(2, number)).block(PATIENCE);
        }
        List<AgendaEntry> all = agenda().entries(part).collectList().block(PATIENCE);
        assertThat(all).hasSize(200).doesNotHaveDuplicates();
        assertThat(
                        Flux.fromIterable(all)
                                .map(AgendaEntry::owner)
                                .distinctUntilChanged()
                                .collectList()
                                .block(PATIENCE))
                .containsExactlyInAnyOrder(ANNA, BOB);
        List<UUID> annas =
                agenda().entries(part, ANNA).map(AgendaEntry::id).collectList().block(PATIENCE);
        assertThat(annas).hasSize(100);
        agenda().strike(part, ANNA, annas.subList(0, 99)).block(PATIENCE);
        assertThat(agenda().entries(part, ANNA).collectList().block(PATIENCE))
                .containsExactly(new AgendaEntry(ANNA, annas.get(99), Optional.empty()));
        assertThat(agenda().entries(part, BOB).collectList().block(PATIENCE)).hasSize(100);
    }

    @Test
    default void anAttemptIsSeenByWhoeverComesLater() {
        AgendaPart part = AgendaPart.of(Errand.DIGEST, MONDAY, ANNA);
        UUID id = new UUID(1, 1);
        UUID attempt = new UUID(9, 9);
        agenda().enrol(part, ANNA, id).block(PATIENCE);
        agenda().attempt(part, ANNA, List.of(id), attempt).block(PATIENCE);
        assertThat(agenda().entries(part, ANNA).collectList().block(PATIENCE))
                .containsExactly(new AgendaEntry(ANNA, id, Optional.of(attempt)));
    }

    @Test
    default void ofManyNodesOneHasAClaim() {
        List<Boolean> won =
                Flux.range(0, 8)
                        .flatMap(node -> claims(node).claim("x", Duration.ofMinutes(1)), 8)
                        .collectList()
                        .block(PATIENCE);
        assertThat(won).hasSize(8).containsOnlyOnce(true);
        assertThat(claims(0).claim("y", Duration.ofMinutes(1)).block(PATIENCE)).isTrue();
        claims(0).giveBack("y").block(PATIENCE);
        assertThat(claims(1).claim("y", Duration.ofMinutes(1)).block(PATIENCE)).isTrue();
    }

    @Test
    default void allNodesSignWithTheSameKey() {
        assertThat(keys(0).find(3).blockOptional(PATIENCE)).isEmpty();
        List<LinkKey> drawn =
                Flux.range(0, 8)
                        .flatMap(node -> keys(node).drawn(3), 8)
                        .distinct()
                        .collectList()
                        .block(PATIENCE);
        assertThat(drawn).hasSize(1);
        assertThat(keys(1).find(3).block(PATIENCE)).isEqualTo(drawn.get(0));
        assertThat(keys(1).drawn(4).block(PATIENCE)).isNotEqualTo(drawn.get(0));
    }

    private List<AgendaPart> due(Instant now) {
        return agenda().due(Errand.DIGEST, now).collectList().block(PATIENCE);
    }
}
