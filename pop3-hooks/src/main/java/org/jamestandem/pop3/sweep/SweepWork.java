package org.jamestandem.pop3.sweep;

import com.google.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.james.core.Domain;
import org.apache.james.core.Username;
import org.apache.james.user.api.UsersRepository;
import org.jamestandem.kernel.tasks.Step;
import org.jamestandem.kernel.tasks.Work;
import org.jamestandem.kernel.tasks.WorkOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks at the maildrops of all users, by name, so that it can go on where it stopped. */
public final class SweepWork implements Work {
    /** Its name. */
    public static final String NAME = "pop3-sweep";

    /** The parameter that is {@code true} for a forecast, which changes nothing. */
    public static final String DRY_RUN = "dry-run";

    /** The parameter that says how many maildrops a second are looked at. */
    public static final String PER_SECOND = "per-second";

    /** The parameter with the only domain that is looked at; without it every user is. */
    public static final String DOMAIN = "domain";

    private static final Logger LOGGER = LoggerFactory.getLogger(SweepWork.class);

    private final UsersRepository users;
    private final Sweeper sweeper;

    @Inject
    public SweepWork(UsersRepository users, Sweeper sweeper) {
        this.users = users;
        this.sweeper = sweeper;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Flux<Step> run(WorkOrder order, Optional<String> after) {
        boolean dryRun = Boolean.parseBoolean(order.parameter(DRY_RUN));
        Duration pace =
                Duration.ofSeconds(1).dividedBy(Long.parseLong(order.parameter(PER_SECOND)));
        Optional<Domain> domain =
                Optional.ofNullable(order.parameters().get(DOMAIN)).map(Domain::of);
        return Flux.from(users.listReactive())
                .filter(user -> domain.isEmpty() || user.getDomainPart().equals(domain))
                .map(Username::asString)
                .sort()
                .filter(name -> after.isEmpty() || name.compareTo(after.get()) > 0)
                .concatMap(name -> Mono.delay(pace).then(step(Username.of(name), dryRun)), 1);
    }

    private Mono<Step> step(Username user, boolean dryRun) {
        return (dryRun ? sweeper.forecast(user) : sweeper.sweep(user))
                .defaultIfEmpty(SweepReport.NOTHING)
                .map(report -> new Step(user.asString(), counts(user, report)))
                .onErrorResume(
                        error -> {
                            LOGGER.error("Could not sweep {}", user.asString(), error);
                            return Mono.just(new Step(user.asString(), Map.of(Step.FAILED, 1L)));
                        });
    }

    private static Map<String, Long> counts(Username user, SweepReport report) {
        Map<String, Long> counts = new TreeMap<>();
        counts.put("looked-at", 1L);
        counts.put("waiting", report.waiting());
        add(counts, "", report);
        user.getDomainPart().ifPresent(domain -> add(counts, " " + domain.asString(), report));
        return counts;
    }

    private static void add(Map<String, Long> counts, String where, SweepReport report) {
        counts.put("messages" + where, report.messages());
        counts.put("octets" + where, report.octets());
        counts.put("users" + where, report.messages() > 0 ? 1L : 0L);
    }
}
