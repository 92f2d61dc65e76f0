package org.jamestandem.distribution.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ConsumersTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private Instant now = Instant.parse("2026-01-05T08:00:00Z");
    private final Consumers consumers = new Consumers(new TickingClock());
    private final ConsumersHealthCheck check = new ConsumersHealthCheck(consumers);

    @Test
    void serverIsHealthyWhileItConsumes() {
        consumers.add("spool").noteStart();
        pass(Duration.ofDays(1));
        assertThat(check.check().block(LIMIT).isHealthy()).isTrue();
    }

    @Test
    void reconnectionIsNoProblem() {
        Consumers.Consumer spool = consumers.add("spool");
        spool.noteStart();
        spool.noteEnd();
        pass(ConsumersHealthCheck.PATIENCE.minusMillis(1));
        assertThat(check.check().block(LIMIT).isHealthy()).isTrue();
    }

    @Test
    void queueThatIsNotConsumedForLongIsNamed() {
        Consumers.Consumer spool = consumers.add("spool");
        spool.noteStart();
        spool.noteEnd();
        pass(ConsumersHealthCheck.PATIENCE.dividedBy(2));
        spool.noteEnd();
        pass(ConsumersHealthCheck.PATIENCE.dividedBy(2));
        assertThat(check.check().block(LIMIT).isUnHealthy()).isTrue();
        assertThat(check.check().block(LIMIT).getCause())
                .contains("this node does not consume from spool");
    }

    @Test
    void queueThatThisNodeLeavesIsNoProblem() {
        Consumers.Consumer spool = consumers.add("spool");
        spool.noteEnd();
        consumers.remove(spool);
        pass(Duration.ofDays(1));
        assertThat(check.check().block(LIMIT).isHealthy()).isTrue();
    }

    private void pass(Duration duration) {
        now = now.plus(duration);
    }

    private final class TickingClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
