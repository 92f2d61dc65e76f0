package org.jamestandem.pop3.migration;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** Keeps what an operator has sent for a task that may run on any node: for a week. */
public interface Uploads {
    /** Keeps a text under a new id. */
    Mono<Void> keep(UUID id, String text);

    /** The text; empty when there is none of that id any more, or not all of it. */
    Mono<String> of(UUID id);
}
