package org.jamestandem.kernel.tasks.webadmin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.multibindings.Multibinder;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.apache.james.json.DTOConverter;
import org.apache.james.server.task.json.dto.AdditionalInformationDTO;
import org.apache.james.task.Hostname;
import org.apache.james.task.MemoryTaskManager;
import org.apache.james.task.Task;
import org.apache.james.task.TaskExecutionDetails;
import org.apache.james.task.TaskManager;
import org.apache.james.task.TaskType;
import org.apache.james.webadmin.routes.TasksRoutes;
import org.apache.james.webadmin.utils.JsonTransformer;
import org.jamestandem.kernel.tasks.CountingWork;
import org.jamestandem.kernel.tasks.Work;
import org.jamestandem.kernel.tasks.WorkOrder;
import org.jamestandem.kernel.tasks.Works;
import org.jamestandem.kernel.tasks.json.WorkTasks;
import org.jamestandem.testkit.james.RoutesServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tasks of ours in James' own task manager, as webadmin shows them. */
class TaskRoutesTest {
    private final CountingWork counting = new CountingWork();
    private final Injector injector =
            Guice.createInjector(
                    new AbstractModule() {
                        @Override
                        protected void configure() {
                            bind(Clock.class).toInstance(Clock.systemUTC());
                            Multibinder.newSetBinder(binder(), Work.class)
                                    .addBinding()
                                    .toInstance(counting);
                        }
                    });
    private final Works works = injector.getInstance(Works.class);
    private final MemoryTaskManager tasks = new MemoryTaskManager(new Hostname("here"));
    private final RoutesServer server =
            RoutesServer.with(
                    new TaskRoutes(works, tasks, new JsonTransformer()),
                    new TasksRoutes(tasks, new JsonTransformer(), details()));

    @AfterEach
    void stop() {
        counting.goOn();
        server.close();
        tasks.stop();
    }

    @Test
    void aTaskShowsWhatItDoesAndHowFarItIs() {
        String id = submit(Map.of("colour", "blue"));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(details(id).path("place").asText()).isEqualTo("5"));
        assertThat(task(id).path("type").asText()).isEqualTo("tandem-counting");
        assertThat(details(id).path("parameters").path("colour").asText()).isEqualTo("blue");
        assertThat(details(id).path("counts").path("numbers").asInt()).isEqualTo(5);
        counting.goOn();
        awaitStatus(id, TaskManager.Status.COMPLETED);
        assertThat(details(id).path("counts").path("numbers").asInt()).isEqualTo(10);
    }

    @Test
    void aCancelledTaskStopsAndItsSuccessorGoesOnBehindItsLastStep() throws Exception {
        String id = submit(Map.of("colour", "blue"));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(details(id).path("place").asText()).isEqualTo("5"));
        server.client().call("DELETE", "/tasks/" + id, "");
        awaitStatus(id, TaskManager.Status.CANCELLED);
        counting.goOn();
        HttpResponse<String> resumed = resume(id);
        assertThat(resumed.statusCode()).as(resumed.body()).isEqualTo(201);
        String next = new ObjectMapper().readTree(resumed.body()).path("taskId").asText();
        awaitStatus(next, TaskManager.Status.COMPLETED);
        assertThat(details(next).path("counts").path("numbers").asInt()).isEqualTo(5);
        assertThat(details(next).path("parameters").path("colour").asText()).isEqualTo("blue");
    }

    @Test
    void workWithAFailedStepIsDoneToItsEndAndEndsAsFailed() {
        counting.goOn();
        String id = submit(Map.of("failing", "3"));
        awaitStatus(id, TaskManager.Status.FAILED);
        assertThat(details(id).path("place").asText()).isEqualTo("10");
        assertThat(details(id).path("counts").path("failed").asInt()).isEqualTo(1);
    }

    @Test
    void aTaskThatHasNotStoppedEarlyCannotBeResumed() {
        counting.goOn();
        String id = submit(Map.of());
        awaitStatus(id, TaskManager.Status.COMPLETED);
        assertThat(resume(id).statusCode()).isEqualTo(409);
    }

    @Test
    void aTaskOfSomebodyElseCannotBeResumed() {
        String id = tasks.submit(new ForeignTask()).asString();
        awaitStatus(id, TaskManager.Status.FAILED);
        assertThat(resume(id).statusCode()).isEqualTo(409);
    }

    @Test
    void whatIsNoTaskCannotBeResumed() {
        assertThat(resume("42").statusCode()).isEqualTo(400);
        assertThat(resume(UUID.randomUUID().toString()).statusCode()).isEqualTo(404);
    }

    private String submit(Map<String, String> parameters) {
        return tasks.submit(works.task(new WorkOrder(CountingWork.NAME, parameters))).asString();
    }

    private HttpResponse<String> resume(String id) {
        return server.client().call("POST", "/tandem/tasks/" + id + "/resume", "");
    }

    private void awaitStatus(String id, TaskManager.Status status) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () ->
                                assertThat(task(id).path("status").asText())
                                        .isEqualTo(status.getValue()));
    }

    private JsonNode details(String id) {
        return task(id).path("additionalInformation");
    }

    private JsonNode task(String id) {
        try {
            return new ObjectMapper()
                    .readTree(server.client().call("GET", "/tasks/" + id, "").body());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private DTOConverter<TaskExecutionDetails.AdditionalInformation, AdditionalInformationDTO>
            details() {
        return new DTOConverter<>(
                injector.getInstance(WorkTasks.class).taskAdditionalInformationDTOModules());
    }

    private static final class ForeignTask implements Task {
        @Override
        public Result run() {
            return Result.PARTIAL;
        }

        @Override
        public TaskType type() {
            return TaskType.of("foreign");
        }
    }
}
