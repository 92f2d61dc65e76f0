package org.jamestandem.kernel.metadata;

import org.apache.james.core.Username;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The entries of a server's metadata that one feature keeps. */
public interface ServerEntries {
    /** Whether an entry of that name, in lower case, is kept here. */
    boolean keep(String name);

    /** The entries that have a value for that user: the user's own, and those for everybody. */
    Flux<ServerEntry> of(Username user);

    /**
     * Sets an entry that is kept here. Fails with {@link
     * org.jamestandem.kernel.settings.InvalidSetting} when the value cannot be, or this user may
     * not set it; the client is told its message.
     */
    Mono<Void> set(Username user, ServerEntry entry);

    /** Removes an entry that is kept here. Idempotent. Fails as {@link #set} does. */
    Mono<Void> remove(Username user, String name);
}
