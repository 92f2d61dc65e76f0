package org.jamestandem.pop3.policy;

import reactor.core.publisher.Mono;

/** Is told when what is stored for a scope was changed. */
public interface PolicyWatch {
    /**
     * Sees to what follows from it.
     *
     * @param before what held in that scope
     * @param after what holds there from now on
     * @return the id of a task that was started for it; empty when none was
     */
    Mono<String> changed(PolicyScope scope, Policy before, Policy after);
}
