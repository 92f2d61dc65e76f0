package org.jamestandem.kernel.tasks.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import java.util.List;
import org.jamestandem.kernel.tasks.Work;
import org.jamestandem.kernel.tasks.Works;

/**
 * Adds a feature's work to what the server knows: {@code install(WorkModule.of(Sweep.class))}.
 * Binds {@link Works} beside the set: without that Guice would make it where the set is not known.
 */
public final class WorkModule extends AbstractModule {
    private final List<Class<? extends Work>> works;

    private WorkModule(List<Class<? extends Work>> works) {
        this.works = works;
    }

    /** A module that adds these. */
    @SafeVarargs
    public static WorkModule of(Class<? extends Work>... works) {
        return new WorkModule(List.of(works));
    }

    /** Binds {@link Works} here: made on demand it would be the server's, and know of no work. */
    @Override
    protected void configure() {
        bind(Works.class);
        Multibinder<Work> all = Multibinder.newSetBinder(binder(), Work.class);
        works.forEach(work -> all.addBinding().to(work));
    }
}
