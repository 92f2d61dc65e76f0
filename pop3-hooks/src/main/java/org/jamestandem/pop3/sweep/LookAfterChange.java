package org.jamestandem.pop3.sweep;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.apache.james.task.TaskManager;
import org.jamestandem.kernel.tasks.WorkOrder;
import org.jamestandem.kernel.tasks.Works;
import org.jamestandem.pop3.policy.Expiry;
import org.jamestandem.pop3.policy.Policy;
import org.jamestandem.pop3.policy.PolicyScope;
import org.jamestandem.pop3.policy.PolicyWatch;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Looks once at the maildrops for which an expiry was enabled or changed, since they may be noted
 * for no day or for a late one: a user's in the next hourly round, those of a domain or of
 * everybody by a task.
 */
@Singleton
public final class LookAfterChange implements PolicyWatch {
    private static final int PACE = 50;

    private final SweepState state;
    private final Works works;
    private final TaskManager tasks;
    private final Clock clock;

    @Inject
    public LookAfterChange(SweepState state, Works works, TaskManager tasks, Clock clock) {
        this.state = state;
        this.works = works;
        this.tasks = tasks;
        this.clock = clock;
    }

    @Override
    public Mono<String> changed(PolicyScope scope, Policy before, Policy after) {
        if (!mayEndSomething(before, after)) {
            return Mono.empty();
        }
        return scope.onlyUser()
                .map(user -> state.enrol(user, today()).then(Mono.<String>empty()))
                .orElseGet(() -> look(scope));
    }

    private static boolean mayEndSomething(Policy before, Policy after) {
        return after.expiry() instanceof Expiry.After
                && !after.isOnHold()
                && (before.isOnHold()
                        || !before.expiry().equals(after.expiry())
                        || !before.folders().equals(after.folders()));
    }

    private Mono<String> look(PolicyScope scope) {
        Map<String, String> parameters = new TreeMap<>();
        parameters.put(SweepWork.DRY_RUN, "false");
        parameters.put(SweepWork.PER_SECOND, Integer.toString(PACE));
        if (scope instanceof PolicyScope.OfDomain one) {
            parameters.put(SweepWork.DOMAIN, one.domain().asString());
        }
        return Mono.fromCallable(
                        () -> tasks.submit(works.task(new WorkOrder(SweepWork.NAME, parameters))))
                .map(id -> id.asString())
                .subscribeOn(Schedulers.boundedElastic());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
