package org.jamestandem.pop3.sweep;

import com.google.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.james.core.Domain;
import org.apache.james.core.Username;
import org.apache.james.user.api.UsersRepository;
import org.jamestandem.kernel.tasks.Step;
import org.jamestandem.kernel.tasks.Work;
import org.jamestandem.kernel.tasks.WorkOrder;
import org.jamestandem.pop3.policy.PolicyJson;
import org.jamestandem.pop3.policy.PolicyLayer;
import org.jamestandem.pop3.policy.PolicyScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Says what another policy of a domain, or of everybody, would do: user by user, by name. */
public final class PolicyPreviewWork implements Work {
    /** Its name. */
    public static final String NAME = "pop3-policy-preview";

    /** The parameter with the domain; without it everybody is meant. */
    public static final String DOMAIN = "domain";

    /** The parameter with the layer, as {@link PolicyJson} writes it. */
    public static final String POLICY = "policy";

    /** The parameter that says how many maildrops a second are looked at. */
    public static final String PER_SECOND = "per-second";

    /** So many of the users who would notice something are counted by name. */
    static final int USERS_SHOWN = 100;

    private static final Logger LOGGER = LoggerFactory.getLogger(PolicyPreviewWork.class);

    private final UsersRepository users;
    private final PolicyChanges changes;

    @Inject
    public PolicyPreviewWork(UsersRepository users, PolicyChanges changes) {
        this.users = users;
        this.changes = changes;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Flux<Step> run(WorkOrder order, Optional<String> after) {
        Optional<Domain> domain =
                Optional.ofNullable(order.parameters().get(DOMAIN)).map(Domain::of);
        PolicyScope scope =
                domain.<PolicyScope>map(PolicyScope.OfDomain::new).orElse(PolicyScope.DEFAULT);
        PolicyLayer layer = PolicyJson.read(POLICY, order.parameter(POLICY));
        Duration pace =
                Duration.ofSeconds(1).dividedBy(Long.parseLong(order.parameter(PER_SECOND)));
        AtomicInteger shown = new AtomicInteger();
        return Flux.from(users.listReactive())
                .filter(user -> domain.isEmpty() || user.getDomainPart().equals(domain))
                .map(Username::asString)
                .sort()
                .filter(name -> after.isEmpty() || name.compareTo(after.get()) > 0)
                .concatMap(
                        name -> Mono.delay(pace).then(step(Username.of(name), scope, layer, shown)),
                        1);
    }

    private Mono<Step> step(
            Username user, PolicyScope scope, PolicyLayer layer, AtomicInteger shown) {
        return changes.preview(user, scope, layer)
                .map(report -> new Step(user.asString(), counts(user, report, shown)))
                .onErrorResume(
                        error -> {
                            LOGGER.error("Could not look at {}", user.asString(), error);
                            return Mono.just(new Step(user.asString(), Map.of(Step.FAILED, 1L)));
                        });
    }

    private static Map<String, Long> counts(
            Username user, ChangeReport report, AtomicInteger shown) {
        Map<String, Amount> amounts =
                Map.of(
                        "downloaded-again",
                        report.sum(ChangeReport.OfDevice::downloadedAgain),
                        "no-longer-offered",
                        report.sum(ChangeReport.OfDevice::noLongerOffered),
                        "offered-in-addition",
                        report.sum(ChangeReport.OfDevice::offeredInAddition),
                        "ending",
                        report.ending());
        boolean touched = amounts.values().stream().anyMatch(one -> one.messages() > 0);
        boolean byName = touched && shown.getAndIncrement() < USERS_SHOWN;
        Map<String, Long> counts = new TreeMap<>();
        counts.put("looked-at", 1L);
        counts.put("users", touched ? 1L : 0L);
        amounts.forEach(
                (what, amount) -> {
                    add(counts, what, "", amount);
                    user.getDomainPart()
                            .ifPresent(
                                    domain -> add(counts, what, " " + domain.asString(), amount));
                    if (byName && amount.messages() > 0) {
                        add(counts, what, " " + user.asString(), amount);
                    }
                });
        return counts;
    }

    private static void add(Map<String, Long> counts, String what, String where, Amount amount) {
        counts.put(what + where, amount.messages());
        counts.put(what + "-octets" + where, amount.octets());
    }
}
