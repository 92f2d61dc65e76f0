package org.jamestandem.kernel.tasks.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Injector;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.james.server.task.json.JsonTaskAdditionalInformationSerializer;
import org.apache.james.server.task.json.JsonTaskSerializer;
import org.apache.james.server.task.json.dto.AdditionalInformationDTOModule;
import org.apache.james.task.Task;
import org.jamestandem.kernel.tasks.Progress;
import org.jamestandem.kernel.tasks.WorkDetails;
import org.jamestandem.kernel.tasks.WorkOrder;
import org.jamestandem.kernel.tasks.WorkTask;
import org.jamestandem.kernel.tasks.Works;
import org.junit.jupiter.api.Test;

/** Tasks as James sends them to another node. */
class WorkTasksTest {
    private final Injector injector =
            Guice.createInjector(binder -> binder.bind(Clock.class).toInstance(Clock.systemUTC()));
    private final WorkTasks extension = injector.getInstance(WorkTasks.class);

    @Test
    void aTaskArrivesOnAnotherNodeAsItWasSent() throws Exception {
        WorkOrder order = new WorkOrder("sweep", Map.of("domain", "tandem.example"));
        Task task = injector.getInstance(Works.class).task(order, Optional.of("anna"));
        JsonTaskSerializer json = new JsonTaskSerializer(extension.taskDTOModules());
        Task arrived = json.deserialize(json.serialize(task));
        assertThat(arrived.type().asString()).isEqualTo("tandem-sweep");
        assertThat(arrived)
                .isInstanceOfSatisfying(
                        WorkTask.class,
                        work -> {
                            assertThat(work.order()).isEqualTo(order);
                            assertThat(work.after()).contains("anna");
                        });
    }

    @Test
    void whatIsKnownOfATaskIsReadAsItWasWritten() throws Exception {
        JsonTaskAdditionalInformationSerializer json =
                JsonTaskAdditionalInformationSerializer.of(
                        extension
                                .taskAdditionalInformationDTOModules()
                                .toArray(AdditionalInformationDTOModule[]::new));
        for (Progress progress :
                new Progress[] {
                    new Progress(Optional.empty(), Map.of()),
                    new Progress(Optional.of("anna"), Map.of("users", 3L, "failed", 1L)),
                    new Progress(Optional.of("end"), Map.of(), List.of("unmatched: 4"))
                }) {
            WorkDetails details =
                    new WorkDetails(
                            new WorkOrder("sweep", Map.of("domain", "tandem.example")),
                            progress,
                            Instant.parse("2026-11-24T08:00:00.123Z"));
            assertThat(json.deserialize(json.serialize(details))).isEqualTo(details);
        }
    }

    @Test
    void twoInstancesOfTheExtensionOfferOneAndTheSameDescription() {
        Injector other =
                Guice.createInjector(
                        binder -> binder.bind(Clock.class).toInstance(Clock.systemUTC()));
        assertThat(other.getInstance(WorkTasks.class).taskAdditionalInformationDTOModules())
                .isEqualTo(extension.taskAdditionalInformationDTOModules());
    }
}
