package org.jamestandem.mailets.hold;

import reactor.core.publisher.Mono;

/** The secrets that sign links, one for each {@link ReleaseLinks#PERIOD}. */
public interface LinkKeys {
    /** The secret of that period, drawn when there is none: the same on all nodes. */
    Mono<LinkKey> drawn(long period);

    /** The secret of that period; completes empty when there is none. */
    Mono<LinkKey> find(long period);
}
