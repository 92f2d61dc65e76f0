package org.jamestandem.kernel.tasks.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Inject;
import com.google.inject.Injector;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.james.task.Task;
import org.jamestandem.kernel.tasks.Step;
import org.jamestandem.kernel.tasks.Work;
import org.jamestandem.kernel.tasks.WorkOrder;
import org.jamestandem.kernel.tasks.Works;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Work of two features, as James loads extensions: in a child of the server's injector. */
class WorkModuleTest {
    private final Injector server =
            Guice.createInjector(binder -> binder.bind(Clock.class).toInstance(Clock.systemUTC()));

    @Test
    void theWorkOfEveryFeatureIsFoundInTheExtensionsInjector() {
        Injector extensions =
                server.createChildInjector(
                        WorkModule.of(Sweeping.class), WorkModule.of(Counting.class));
        Works works = extensions.getInstance(Works.class);
        assertThat(works).isSameAs(extensions.getInstance(Works.class));
        assertThat(result(works, "sweeping")).isEqualTo(Task.Result.COMPLETED);
        assertThat(result(works, "counting")).isEqualTo(Task.Result.COMPLETED);
    }

    @Test
    void aServerMayHaveNoWorkAtAll() {
        assertThat(server.createChildInjector().getInstance(Works.class)).isNotNull();
    }

    private static Task.Result result(Works works, String name) {
        Task task = works.task(new WorkOrder(name, Map.of()));
        return Mono.from(task.runAsync()).block(Duration.ofSeconds(10));
    }

    private static final class Sweeping implements Work {
        @Inject
        Sweeping() {}

        @Override
        public String name() {
            return "sweeping";
        }

        @Override
        public Flux<Step> run(WorkOrder order, Optional<String> after) {
            return Flux.just(new Step("end", Map.of()));
        }
    }

    private static final class Counting implements Work {
        @Inject
        Counting() {}

        @Override
        public String name() {
            return "counting";
        }

        @Override
        public Flux<Step> run(WorkOrder order, Optional<String> after) {
            return Flux.just(new Step("end", Map.of()));
        }
    }
}
