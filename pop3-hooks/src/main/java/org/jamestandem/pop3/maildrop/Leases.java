package org.jamestandem.pop3.maildrop;

import java.time.Duration;
import org.jamestandem.pop3.reader.Reader;
import reactor.core.publisher.Mono;

/** Who has what to himself, on all nodes. A lease that is not renewed in time is free again. */
public interface Leases {
    /**
     * Takes a lease, or keeps it longer. Of several who try at once, one gets it.
     *
     * @param time whole seconds, at least one
     * @return false when another session has it
     */
    Mono<Boolean> take(Lease lease, Duration time);

    /** Gives a lease back; nothing happens when another session has it. Idempotent. */
    Mono<Void> release(Lease lease);

    /** Takes every lease of that reader from whoever has it. Idempotent. */
    Mono<Void> forget(Reader reader);
}
