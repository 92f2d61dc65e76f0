package org.jamestandem.kernel.account.webadmin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.multibindings.Multibinder;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.james.core.Username;
import org.apache.james.task.Hostname;
import org.apache.james.task.MemoryTaskManager;
import org.apache.james.task.TaskId;
import org.apache.james.task.TaskManager;
import org.apache.james.webadmin.utils.JsonTransformer;
import org.jamestandem.kernel.account.UserRows;
import org.jamestandem.kernel.account.wiring.UserRowsModule;
import org.jamestandem.kernel.tasks.Works;
import org.jamestandem.kernel.tasks.webadmin.TaskRoutes;
import org.jamestandem.testkit.james.RoutesServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Renaming and forgetting a user by hand. */
class AccountRoutesTest {
    private final List<String> done = new CopyOnWriteArrayList<>();
    private volatile String failing = "";
    private final MemoryTaskManager tasks = new MemoryTaskManager(new Hostname("here"));
    private final Injector injector =
            Guice.createInjector(
                    UserRowsModule.of(),
                    new AbstractModule() {
                        @Override
                        protected void configure() {
                            bind(Clock.class).toInstance(Clock.systemUTC());
                            bind(TaskManager.class).toInstance(tasks);
                            Multibinder<UserRows> rows =
                                    Multibinder.newSetBinder(binder(), UserRows.class);
                            rows.addBinding().toInstance(new Noted("pop3"));
                            rows.addBinding().toInstance(new Noted("audit"));
                        }
                    });
    private final Works works = injector.getInstance(Works.class);
    private final RoutesServer server =
            RoutesServer.with(
                    new AccountRoutes(works, tasks, new JsonTransformer()),
                    new TaskRoutes(works, tasks, new JsonTransformer()));

    @AfterEach
    void stop() {
        server.close();
        tasks.stop();
    }

    @Test
    void everythingIsCopiedBeforeAnythingIsForgotten() throws Exception {
        assertThat(ended(call("POST", "anna@example.org/rename-to/maria@example.org")))
                .isEqualTo(TaskManager.Status.COMPLETED);
        assertThat(done)
                .containsExactly(
                        "audit copies anna@example.org to maria@example.org",
                        "pop3 copies anna@example.org to maria@example.org",
                        "audit forgets anna@example.org",
                        "pop3 forgets anna@example.org");
    }

    @Test
    void whatCannotBeCopiedIsNotForgottenAndAResumedTaskGoesOnThere() throws Exception {
        failing = "pop3";
        HttpResponse<String> started = call("POST", "anna@example.org/rename-to/maria@example.org");
        assertThat(ended(started)).isEqualTo(TaskManager.Status.FAILED);
        assertThat(done).containsExactly("audit copies anna@example.org to maria@example.org");

        failing = "";
        done.clear();
        HttpResponse<String> resumed =
                server.client().call("POST", "/tandem/tasks/" + id(started) + "/resume", "");
        assertThat(ended(resumed)).isEqualTo(TaskManager.Status.COMPLETED);
        assertThat(done)
                .containsExactly(
                        "pop3 copies anna@example.org to maria@example.org",
                        "audit forgets anna@example.org",
                        "pop3 forgets anna@example.org");
    }

    @Test
    void aUserWhoIsGoneIsForgotten() throws Exception {
        assertThat(ended(call("DELETE", "anna@example.org")))
                .isEqualTo(TaskManager.Status.COMPLETED);
        assertThat(done)
                .containsExactly("audit forgets anna@example.org", "pop3 forgets anna@example.org");
    }

    @Test
    void whatIsNoUserNameIsABadRequest() {
        assertThat(call("DELETE", "a@b@c").statusCode()).isEqualTo(400);
        assertThat(call("POST", "a@b@c/rename-to/maria@example.org").statusCode()).isEqualTo(400);
        assertThat(call("POST", "maria@example.org/rename-to/a@b@c").statusCode()).isEqualTo(400);
        HttpResponse<String> same = call("POST", "anna@example.org/rename-to/Anna@example.org");
        assertThat(same.statusCode()).isEqualTo(400);
        assertThat(same.body()).contains("the old name and the new one");
        assertThat(done).isEmpty();
    }

    private HttpResponse<String> call(String method, String path) {
        return server.client().call(method, "/tandem/users/" + path, "");
    }

    private TaskManager.Status ended(HttpResponse<String> started) throws Exception {
        assertThat(started.statusCode()).as(started.body()).isEqualTo(201);
        TaskId id = TaskId.fromString(id(started));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> tasks.getExecutionDetails(id).getStatus().isFinished());
        return tasks.getExecutionDetails(id).getStatus();
    }

    private static String id(HttpResponse<String> started) throws Exception {
        JsonNode answer = new ObjectMapper().readTree(started.body());
        return answer.path("taskId").asText();
    }

    private final class Noted implements UserRows {
        private final String name;

        Noted(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Mono<Void> copy(Username from, Username to) {
            return note(" copies " + from.asString() + " to " + to.asString());
        }

        @Override
        public Mono<Void> forget(Username user) {
            return note(" forgets " + user.asString());
        }

        private Mono<Void> note(String what) {
            return Mono.fromRunnable(
                    () -> {
                        if (failing.equals(name)) {
                            throw new IllegalStateException("storage is down");
                        }
                        done.add(name + what);
                    });
        }
    }
}
