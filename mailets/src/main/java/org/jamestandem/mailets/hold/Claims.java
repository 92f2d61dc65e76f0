package org.jamestandem.mailets.hold;

import java.time.Duration;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** Makes one of many nodes do something. */
public interface Claims {
    /**
     * Claims something for this node.
     *
     * @param length after that it is free again, whatever has become of this node
     * @return whether it was free
     */
    Mono<Boolean> claim(String what, Duration length);

    /** Gives back what this node has claimed. */
    Mono<Void> giveBack(String what);

    /** Does it under a claim; completes empty when another has it. */
    default <T> Mono<T> with(String what, Duration length, Supplier<Mono<T>> work) {
        return claim(what, length)
                .flatMap(
                        free ->
                                free
                                        ? Mono.usingWhen(
                                                Mono.just(what),
                                                claimed -> work.get(),
                                                this::giveBack)
                                        : Mono.empty());
    }
}
