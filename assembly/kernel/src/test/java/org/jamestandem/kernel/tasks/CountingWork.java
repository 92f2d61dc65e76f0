package org.jamestandem.kernel.tasks;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** Counts from 1 to 10; stops before 6 until it may go on, and fails at a number it is told. */
public final class CountingWork implements Work {
    public static final String NAME = "counting";

    private final CountDownLatch goOn = new CountDownLatch(1);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Flux<Step> run(WorkOrder order, Optional<String> after) {
        int last = after.map(Integer::parseInt).orElse(0);
        int failing = Integer.parseInt(order.parameters().getOrDefault("failing", "0"));
        return Flux.range(last + 1, 10 - last)
                .publishOn(Schedulers.boundedElastic())
                .concatMap(number -> number == 6 ? held(number) : Flux.just(number))
                .map(number -> step(number, number == failing));
    }

    public void goOn() {
        goOn.countDown();
    }

    private Flux<Integer> held(int number) {
        return Flux.defer(
                        () -> {
                            await();
                            return Flux.just(number);
                        })
                .subscribeOn(Schedulers.boundedElastic());
    }

    private void await() {
        try {
            if (!goOn.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody let it go on");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Step step(int number, boolean failed) {
        return new Step(Integer.toString(number), Map.of(failed ? Step.FAILED : "numbers", 1L));
    }
}
