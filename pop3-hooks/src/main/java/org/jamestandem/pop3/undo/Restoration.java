package org.jamestandem.pop3.undo;

import com.google.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.james.core.Username;
import org.jamestandem.kernel.audit.Actor;
import org.jamestandem.kernel.audit.Audit;
import org.jamestandem.kernel.audit.AuditAction;
import org.jamestandem.kernel.audit.AuditChannel;
import org.jamestandem.kernel.audit.AuditEntry;
import org.jamestandem.kernel.audit.Deed;
import org.jamestandem.kernel.tasks.Step;
import org.jamestandem.kernel.tasks.Work;
import org.jamestandem.kernel.tasks.WorkOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Work that brings back what one user has lost by POP3, or by the expiry of a POP3 policy. */
public final class Restoration implements Work {
    /** The name of this work. */
    public static final String NAME = "pop3-restore";

    /** Whose mail. */
    public static final String USER = "user";

    /** What left at that instant or later; beside {@link #MESSAGE} it may be left out. */
    public static final String SINCE = "since";

    /** The id of the only message that is asked for. */
    public static final String MESSAGE = "message";

    private static final Logger LOGGER = LoggerFactory.getLogger(Restoration.class);
    private static final int STEP = 100;

    private final Losses losses;
    private final LostMail mail;
    private final Audit audit;
    private final Clock clock;

    @Inject
    Restoration(Losses losses, LostMail mail, Audit audit, Clock clock) {
        this.losses = losses;
        this.mail = mail;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Flux<Step> run(WorkOrder order, Optional<String> after) {
        Username owner = Username.of(order.parameter(USER));
        Instant since =
                Optional.ofNullable(order.parameters().get(SINCE))
                        .map(Instant::parse)
                        .orElse(Instant.EPOCH);
        return losses.of(owner, since, Optional.ofNullable(order.parameters().get(MESSAGE)))
                .flatMapIterable(Map::entrySet)
                .filter(loss -> after.map(last -> loss.getKey().compareTo(last) > 0).orElse(true))
                .buffer(STEP)
                .concatMap(some -> step(owner, some));
    }

    private Mono<Step> step(Username owner, List<Map.Entry<String, String>> some) {
        List<String> restored = new ArrayList<>();
        return Flux.fromIterable(some)
                .concatMap(loss -> bringBack(owner, loss, restored))
                .collect(Collectors.groupingBy(word -> word, Collectors.counting()))
                .doOnNext(counts -> record(owner, restored))
                .map(counts -> new Step(some.get(some.size() - 1).getKey(), counts));
    }

    private Mono<String> bringBack(
            Username owner, Map.Entry<String, String> loss, List<String> restored) {
        String message = loss.getKey();
        Mono<Boolean> again = mail.storeAgain(owner, message);
        Mono<Boolean> back =
                loss.getValue().isEmpty()
                        ? again
                        : mail.moveBack(owner, loss.getValue(), message)
                                .flatMap(done -> done ? Mono.just(true) : again);
        return back.doOnNext(
                        done -> {
                            if (done) {
                                restored.add(message);
                            }
                        })
                .map(done -> done ? "restored" : "not-restorable")
                .onErrorResume(
                        error -> {
                            LOGGER.error("Could not restore {} of {}", message, owner, error);
                            return Mono.just(Step.FAILED);
                        });
    }

    private void record(Username owner, List<String> restored) {
        if (!restored.isEmpty()) {
            audit.record(
                    new AuditEntry(
                            UUID.randomUUID(),
                            owner,
                            clock.instant(),
                            Actor.nobody(AuditChannel.WEBADMIN),
                            List.of(new Deed(AuditAction.RESTORED, NAME, "INBOX", restored))));
        }
    }
}
