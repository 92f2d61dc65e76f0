package org.jamestandem.kernel.tasks;

import com.google.inject.Inject;
import com.google.inject.Provider;
import com.google.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.apache.james.task.Task;

/** All work that this server knows. */
@Singleton
public final class Works {
    private final Clock clock;
    private Provider<Set<Work>> all = Set::of;

    @Inject
    public Works(Clock clock) {
        this.clock = clock;
    }

    /** Called by Guice where a feature has installed the module that binds the set. */
    @Inject(optional = true)
    void know(Provider<Set<Work>> works) {
        this.all = works;
    }

    /** A task that does all of it; James' {@code TaskManager} runs it. */
    public Task task(WorkOrder order) {
        return task(order, Optional.empty());
    }

    /** A task that goes on behind that place; from the beginning when it is empty. */
    public WorkTask task(WorkOrder order, Optional<String> after) {
        return new WorkTask(order, after, this::named, clock);
    }

    /**
     * @throws IllegalStateException when a task comes from a node that knows more than this one
     */
    private Work named(String name) {
        return all.get().stream()
                .filter(work -> work.name().equals(name))
                .findAny()
                .orElseThrow(() -> new IllegalStateException("no work is called " + name));
    }
}
