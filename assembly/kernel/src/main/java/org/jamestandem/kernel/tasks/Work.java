package org.jamestandem.kernel.tasks;

import java.util.Optional;
import reactor.core.publisher.Flux;

/**
 * One kind of long work. The same work may run on any node, several times at once, and over again
 * from any step: it must do no harm then.
 */
public interface Work {
    /** What it is called, of all servers and versions: letters, digits and dashes. */
    String name();

    /**
     * Does it, one step at a time. What goes wrong with a step is counted in that step as {@link
     * Step#FAILED}; an error ends the whole work. Ends early when it is cancelled.
     *
     * @param order what is to be done, checked by whoever placed it
     * @param after the {@link Step#place} of the last step that was done before; empty at the
     *     beginning
     */
    Flux<Step> run(WorkOrder order, Optional<String> after);
}
