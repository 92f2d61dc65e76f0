package org.jamestandem.kernel.account;

import com.google.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.james.core.Username;
import org.apache.james.task.TaskId;
import org.apache.james.task.TaskManager;
import org.jamestandem.kernel.tasks.Step;
import org.jamestandem.kernel.tasks.Work;
import org.jamestandem.kernel.tasks.WorkOrder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Gives a user's new name everything that is kept under the old one. What is kept is copied as a
 * whole before anything is forgotten, so that a run that stops anywhere loses nothing.
 */
public final class RenameUser implements Work {
    /** Its name. */
    public static final String NAME = "user-rename";

    /** The parameter that says what the user was called. */
    public static final String FROM = "from";

    /** The parameter that says what the user is called now. */
    public static final String TO = "to";

    /**
     * The parameter that is {@code true} when the old name keeps everything too: until James has
     * moved the mail, since mail may be read under both names until then.
     */
    public static final String COPY_ONLY = "copy-only";

    /**
     * The parameter with the id of James' own task that moves the mail; without it the mail has
     * been moved already.
     */
    public static final String AFTER_TASK = "after-task";

    private static final String COPIED = "copied ";
    private static final String FORGOTTEN = "forgotten ";

    private final AllUserRows all;
    private final ForgetUser forget;
    private Function<TaskId, TaskManager.Status> statuses =
            id -> {
                throw new IllegalStateException("this server has no tasks");
            };

    @Inject
    public RenameUser(AllUserRows all, ForgetUser forget) {
        this.all = all;
        this.forget = forget;
    }

    /** Called by Guice on a server that runs tasks. */
    @Inject(optional = true)
    void know(TaskManager tasks) {
        this.statuses = id -> tasks.getExecutionDetails(id).getStatus();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Flux<Step> run(WorkOrder order, Optional<String> after) {
        Username from = Username.of(order.parameter(FROM));
        Username to = Username.of(order.parameter(TO));
        String place = after.orElse("");
        Flux<Step> copied =
                place.startsWith(FORGOTTEN) ? Flux.empty() : copy(from, to, behind(COPIED, place));
        Flux<Step> forgotten =
                Boolean.parseBoolean(order.parameter(COPY_ONLY))
                        ? Flux.empty()
                        : forget.forget(from, behind(FORGOTTEN, place))
                                .map(step -> new Step(FORGOTTEN + step.place(), step.counts()));
        return mailHasMoved(order).thenMany(copied).concatWith(forgotten);
    }

    private Flux<Step> copy(Username from, Username to, String after) {
        return Flux.fromIterable(all.inOrder())
                .filter(rows -> rows.name().compareTo(after) > 0)
                .concatMap(
                        rows ->
                                rows.copy(from, to)
                                        .thenReturn(
                                                new Step(
                                                        COPIED + rows.name(),
                                                        Map.of(COPIED.strip(), 1L))));
    }

    private Mono<Void> mailHasMoved(WorkOrder order) {
        return Mono.justOrEmpty(order.parameters().get(AFTER_TASK))
                .map(id -> statuses.apply(TaskId.fromString(id)))
                .filter(status -> status != TaskManager.Status.COMPLETED)
                .flatMap(
                        status ->
                                Mono.error(
                                        new IllegalStateException(
                                                "James' own task is "
                                                        + status.getValue()
                                                        + "; the old name keeps everything")));
    }

    private static String behind(String kind, String place) {
        return place.startsWith(kind) ? place.substring(kind.length()) : "";
    }
}
