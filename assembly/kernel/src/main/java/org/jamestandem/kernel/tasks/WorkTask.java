package org.jamestandem.kernel.tasks;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.apache.james.task.Task;
import org.apache.james.task.TaskExecutionDetails;
import org.apache.james.task.TaskType;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Some work as James runs it. */
public final class WorkTask implements Task {
    private static final String TYPE_PREFIX = "tandem-";

    private final WorkOrder order;
    private final Optional<String> after;
    private final Function<String, Work> works;
    private final Clock clock;
    private final AtomicReference<Progress> progress;

    /**
     * @param works finds work by its name when the task runs; that may be on another node
     */
    WorkTask(WorkOrder order, Optional<String> after, Function<String, Work> works, Clock clock) {
        this.order = order;
        this.after = after;
        this.works = works;
        this.clock = clock;
        this.progress = new AtomicReference<>(Progress.beginning(after));
    }

    /** What it does. */
    public WorkOrder order() {
        return order;
    }

    /** Where it begins; empty when at the beginning. */
    public Optional<String> after() {
        return after;
    }

    @Override
    public Publisher<Result> runAsync() {
        return Mono.defer(
                        () ->
                                works.apply(order.work())
                                        .run(order, after)
                                        .doOnNext(
                                                step ->
                                                        progress.updateAndGet(
                                                                before -> before.and(step)))
                                        .then())
                .then(Mono.fromCallable(this::result));
    }

    @Override
    public TaskType type() {
        return TaskType.of(TYPE_PREFIX + order.work());
    }

    @Override
    public Optional<TaskExecutionDetails.AdditionalInformation> details() {
        return Optional.of(new WorkDetails(order, progress.get(), clock.instant()));
    }

    private Result result() {
        return progress.get().isWithoutFailure() ? Result.COMPLETED : Result.PARTIAL;
    }
}
