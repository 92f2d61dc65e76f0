package org.jamestandem.distribution.rabbitmq;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The consumers this node should have, and since when one of them consumes nothing. */
final class Consumers {
    private final Clock clock;
    private final Set<Consumer> all = ConcurrentHashMap.newKeySet();

    Consumers(Clock clock) {
        this.clock = clock;
    }

    Consumer add(String queue) {
        Consumer consumer = new Consumer(queue);
        all.add(consumer);
        return consumer;
    }

    void remove(Consumer consumer) {
        all.remove(consumer);
    }

    /** Queues that this node should consume and has not consumed for so long. */
    List<String> idleFor(Duration atLeast) {
        Instant latest = clock.instant().minus(atLeast);
        return all.stream()
                .filter(consumer -> !consumer.consumes && !consumer.since.isAfter(latest))
                .map(consumer -> consumer.queue)
                .distinct()
                .sorted()
                .toList();
    }

    /** One consumer. */
    final class Consumer {
        private final String queue;
        private volatile Instant since = clock.instant();
        private volatile boolean consumes;
        private volatile boolean started;

        private Consumer(String queue) {
            this.queue = queue;
        }

        boolean isFirstAttempt() {
            return !started;
        }

        void noteStart() {
            started = true;
            consumes = true;
        }

        void noteEnd() {
            started = true;
            if (consumes) {
                since = clock.instant();
                consumes = false;
            }
        }
    }
}
