package org.jamestandem.distribution.queue.cassandra;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;

/** A kept mail that waits until it is due. Those due at the same time leave as they came. */
final class Waiting implements Delayed {
    private static final Comparator<Waiting> ORDER =
            Comparator.comparing(Waiting::due).thenComparingLong(waiting -> waiting.number);

    private final KeptMail mail;
    private final long number;
    private final Clock clock;

    Waiting(KeptMail mail, long number, Clock clock) {
        this.mail = mail;
        this.number = number;
        this.clock = clock;
    }

    KeptMail mail() {
        return mail;
    }

    Instant due() {
        return mail.due();
    }

    @Override
    public long getDelay(TimeUnit unit) {
        return unit.convert(Duration.between(clock.instant(), mail.due()));
    }

    @Override
    public int compareTo(Delayed other) {
        return ORDER.compare(this, (Waiting) other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Waiting that && mail.id().equals(that.mail.id());
    }

    @Override
    public int hashCode() {
        return mail.id().hashCode();
    }
}
