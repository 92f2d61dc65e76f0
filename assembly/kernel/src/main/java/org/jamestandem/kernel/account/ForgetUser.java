package org.jamestandem.kernel.account;

import com.google.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.apache.james.core.Username;
import org.jamestandem.kernel.tasks.Step;
import org.jamestandem.kernel.tasks.Work;
import org.jamestandem.kernel.tasks.WorkOrder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Forgets everything about a user who is no more. */
public final class ForgetUser implements Work {
    /** Its name. */
    public static final String NAME = "user-forget";

    /** The parameter that says who. */
    public static final String USER = "user";

    private static final String FORGOTTEN = "forgotten";

    private final AllUserRows all;

    @Inject
    public ForgetUser(AllUserRows all) {
        this.all = all;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Flux<Step> run(WorkOrder order, Optional<String> after) {
        return forget(Username.of(order.parameter(USER)), after.orElse(""));
    }

    /** The same without a task. */
    public Mono<Void> forget(Username user) {
        return forget(user, "").then();
    }

    /** The first that fails ends it; a resumed run begins there. */
    Flux<Step> forget(Username user, String after) {
        return Flux.fromIterable(all.inOrder())
                .filter(rows -> rows.name().compareTo(after) > 0)
                .concatMap(
                        rows ->
                                rows.forget(user)
                                        .thenReturn(new Step(rows.name(), Map.of(FORGOTTEN, 1L))));
    }
}
