package org.jamestandem.kernel.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jamestandem.kernel.audit.AuditTrailContract.ANNA;
import static org.jamestandem.kernel.audit.AuditTrailContract.BEGINNING;
import static org.jamestandem.kernel.audit.AuditTrailContract.END;
import static org.jamestandem.kernel.audit.AuditTrailContract.LIMIT;
import static org.jamestandem.kernel.audit.AuditTrailContract.MONDAY;
import static org.jamestandem.kernel.audit.AuditTrailContract.entry;
import static org.jamestandem.kernel.audit.AuditTrailContract.hidden;
import static org.jamestandem.kernel.audit.AuditTrailContract.taken;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.james.core.Username;
import org.apache.james.metrics.tests.RecordingMetricFactory;
import org.jamestandem.kernel.audit.memory.MemoryAuditTrail;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class AuditTest {
    private final RecordingMetricFactory metrics = new RecordingMetricFactory();
    private final AuditTrail memory =
            new MemoryAuditTrail(AuditSettings.DEFAULT, Clock.systemUTC());

    @Test
    void whatIsRecordedIsInTheTrail() {
        AuditEntry entry = entry(ANNA, MONDAY, taken("1"));
        audit(memory, true).record(entry);
        assertThat(kept()).containsExactly(entry);
        assertThat(gaps()).isZero();
    }

    @Test
    void addressesAreKeptOnlyWhereTheOperatorWantsThem() {
        audit(memory, false).record(entry(ANNA, MONDAY, taken("1")));
        assertThat(kept())
                .singleElement()
                .extracting(entry -> entry.actor().address())
                .isEqualTo("");
    }

    @Test
    void aLargeSessionIsSeveralRowsThatTogetherNameEveryMessage() {
        String[] many =
                IntStream.range(0, 2 * Audit.MESSAGES + 1)
                        .mapToObj(Integer::toString)
                        .toArray(String[]::new);
        AuditEntry entry = entry(ANNA, MONDAY, taken(many), hidden("x"));
        Audit audit = audit(memory, true);
        audit.record(entry);
        audit.record(entry);
        assertThat(kept()).hasSize(4).allMatch(row -> row.messages() <= Audit.MESSAGES);
        assertThat(
                        kept().stream()
                                .flatMap(row -> row.deeds().stream())
                                .filter(deed -> deed.action() == AuditAction.TAKEN)
                                .flatMap(deed -> deed.messages().stream()))
                .containsExactlyInAnyOrder(many);
    }

    @Test
    void aStoreThatFailsLeavesACountedGap() {
        Audit audit = audit(new Stub(Mono.error(new IllegalStateException("down"))), true);
        audit.record(entry(ANNA, MONDAY, taken("1")));
        audit.record(entry(ANNA, MONDAY, taken("2")));
        assertThat(gaps()).isEqualTo(2);
    }

    @Test
    void aStoreThatHangsHoldsNobodyUp() {
        Audit audit = audit(new Stub(Mono.never()), true);
        for (int i = 0; i < Audit.UNDER_WAY + 3; i++) {
            audit.record(entry(ANNA, MONDAY, taken("1")));
        }
        assertThat(gaps()).isEqualTo(3);
    }

    private Audit audit(AuditTrail trail, boolean addresses) {
        return new Audit(trail, new AuditSettings(Duration.ofDays(90), addresses), metrics);
    }

    private List<AuditEntry> kept() {
        return memory.entries(ANNA, BEGINNING, END).collectList().block(LIMIT);
    }

    private int gaps() {
        return metrics.countFor(Audit.GAPS);
    }

    private record Stub(Mono<Void> answer) implements AuditTrail {
        @Override
        public Mono<Void> append(AuditEntry entry) {
            return answer;
        }

        @Override
        public Flux<AuditEntry> entries(Username owner, Instant from, Instant to) {
            return Flux.empty();
        }

        @Override
        public Mono<Void> forget(Username owner) {
            return Mono.empty();
        }
    }
}
