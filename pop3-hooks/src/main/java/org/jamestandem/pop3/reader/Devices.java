package org.jamestandem.pop3.reader;

import java.time.Instant;
import java.util.Map;
import org.apache.james.core.Username;
import reactor.core.publisher.Mono;

/** The devices from which users have read by POP3. */
public interface Devices {
    /** When each of the user's devices was last noted; empty for a user of none. */
    Mono<Map<Device, Instant>> of(Username user);

    /**
     * Notes a device. Of two times the later is kept, whatever their order. What was noted before
     * this completes is in every later answer of {@link #of}, on every node.
     *
     * @param at millisecond precision
     */
    Mono<Void> note(Reader reader, Instant at);

    /** Forgets a device until it is noted with a later time. Idempotent. */
    Mono<Void> forget(Reader reader);
}
