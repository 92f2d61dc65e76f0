package org.jamestandem.kernel.account.webadmin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.multibindings.Multibinder;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.james.core.Username;
import org.apache.james.task.Hostname;
import org.apache.james.task.MemoryTaskManager;
import org.apache.james.task.Task;
import org.apache.james.task.TaskExecutionDetails;
import org.apache.james.task.TaskManager;
import org.apache.james.task.TaskType;
import org.apache.james.user.api.UsersRepository;
import org.apache.james.webadmin.Routes;
import org.apache.james.webadmin.tasks.TaskFromRequest;
import org.apache.james.webadmin.utils.JsonTransformer;
import org.jamestandem.kernel.account.UserRows;
import org.jamestandem.kernel.account.wiring.UserRowsModule;
import org.jamestandem.testkit.james.RoutesServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import spark.Service;

/** Requests that rename and delete users, as James' own routes answer them, and what follows. */
class FollowAccountsTest {
    private static final String ANNA = "anna@example.org";
    private static final String MARIA = "maria@example.org";

    private final List<String> done = new CopyOnWriteArrayList<>();
    private volatile boolean storageIsDown;
    private volatile Task.Result ofRename = Task.Result.COMPLETED;
    private final MemoryTaskManager tasks = new MemoryTaskManager(new Hostname("here"));
    private final Injector injector =
            Guice.createInjector(
                    UserRowsModule.of(),
                    new AbstractModule() {
                        @Override
                        protected void configure() {
                            bind(Clock.class).toInstance(Clock.systemUTC());
                            bind(TaskManager.class).toInstance(tasks);
                            bind(UsersRepository.class).toInstance(users());
                            Multibinder.newSetBinder(binder(), UserRows.class)
                                    .addBinding()
                                    .toInstance(new Noted());
                        }
                    });
    private final RoutesServer server =
            RoutesServer.with(injector.getInstance(FollowAccounts.class), new LikeJames());

    @AfterEach
    void stop() {
        server.close();
        tasks.stop();
    }

    @Test
    void bothNamesHaveEverythingWhileTheMailMoves() {
        assertThat(rename(MARIA)).isEqualTo(201);
        awaitDone("copied", "mail moved", "copied", "forgot " + ANNA);
    }

    @Test
    void theOldNameKeepsEverythingWhenTheMailDidNotMove() {
        ofRename = Task.Result.PARTIAL;
        assertThat(rename(MARIA)).isEqualTo(201);
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                tasks.list(TaskManager.Status.FAILED).size() == 2
                                        && tasks.list(TaskManager.Status.COMPLETED).size() == 1);
        assertThat(done).containsExactly("copied", "mail moved");
    }

    @Test
    void nothingFollowsARenameThatIsRefused() {
        assertThat(rename("nobody@example.org")).isEqualTo(400);
        assertThat(call("POST", "/users/" + ANNA + "/rename/" + MARIA)).isEqualTo(400);
        assertThat(tasks.list()).isEmpty();
    }

    @Test
    void aDeletedUserIsForgottenBeforeTheAnswer() {
        assertThat(call("DELETE", "/users/" + ANNA)).isEqualTo(204);
        assertThat(done).containsExactly("forgot " + ANNA);
    }

    @Test
    void whoDeletesIsToldWhenSomethingIsStillKept() {
        storageIsDown = true;
        assertThat(call("DELETE", "/users/" + ANNA)).isEqualTo(500);
    }

    @Test
    void otherRequestsForUsersAreNotItsBusiness() {
        assertThat(call("GET", "/users/" + ANNA)).isEqualTo(204);
        assertThat(done).isEmpty();
    }

    private int rename(String to) {
        return call("POST", "/users/" + ANNA + "/rename/" + to + "?action=rename");
    }

    private int call(String method, String path) {
        return server.client().call(method, path, "").statusCode();
    }

    private void awaitDone(String... expected) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(done).containsExactly(expected));
    }

    private static UsersRepository users() {
        return (UsersRepository)
                Proxy.newProxyInstance(
                        FollowAccountsTest.class.getClassLoader(),
                        new Class<?>[] {UsersRepository.class},
                        (proxy, method, arguments) ->
                                method.getName().equals("contains")
                                        && List.of(Username.of(ANNA), Username.of(MARIA))
                                                .contains(arguments[0]));
    }

    private final class Noted implements UserRows {
        @Override
        public String name() {
            return "noted";
        }

        @Override
        public Mono<Void> copy(Username from, Username to) {
            return Mono.fromRunnable(() -> done.add("copied"));
        }

        @Override
        public Mono<Void> forget(Username user) {
            return storageIsDown
                    ? Mono.error(new IllegalStateException("storage is down"))
                    : Mono.fromRunnable(() -> done.add("forgot " + user.asString()));
        }
    }

    /** The answers of James' UserRoutes and UsernameChangeRoutes. */
    private final class LikeJames implements Routes {
        @Override
        public String getBasePath() {
            return "/users";
        }

        @Override
        public void define(Service service) {
            TaskFromRequest rename =
                    request -> {
                        if (!"rename".equals(request.queryParams("action"))
                                || request.params("newUser").startsWith("nobody")) {
                            throw new IllegalArgumentException("no such user, or no action");
                        }
                        return new MoveMail();
                    };
            service.post(
                    "/users/:oldUser/rename/:newUser",
                    rename.asRoute(tasks),
                    new JsonTransformer());
            service.delete("/users/:userName", (request, response) -> noContent(response));
            service.get("/users/:userName", (request, response) -> noContent(response));
        }

        private String noContent(spark.Response response) {
            response.status(204);
            return "";
        }
    }

    private final class MoveMail implements Task {
        @Override
        public Result run() {
            done.add("mail moved");
            return ofRename;
        }

        @Override
        public TaskType type() {
            return TaskType.of("UsernameChangeTask");
        }

        @Override
        public Optional<TaskExecutionDetails.AdditionalInformation> details() {
            return Optional.empty();
        }
    }
}
