package org.jamestandem.mailets.hold.james;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Duration;
import java.util.function.Supplier;
import javax.annotation.PreDestroy;
import org.apache.james.utils.UserDefinedStartable;
import org.jamestandem.mailets.hold.Digests;
import org.jamestandem.mailets.hold.Expiries;
import org.jamestandem.mailets.hold.HoldSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A {@code guice.extension.startable} entry of {@code extensions.properties}: sends the digests
 * that are due and removes what was held long enough, on every node that is up.
 */
@Singleton
public final class SteadyDigests implements UserDefinedStartable {
    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final Logger LOGGER = LoggerFactory.getLogger(SteadyDigests.class);

    private final Digests digests;
    private final Expiries expiries;
    private final boolean digestsHaveLinks;
    private final Disposable.Swap running = Disposables.swap();

    @Inject
    public SteadyDigests(Digests digests, Expiries expiries, HoldSettings settings) {
        this.digests = digests;
        this.expiries = expiries;
        this.digestsHaveLinks = settings.publicUrl().isPresent();
    }

    @Override
    public void start() {
        running.update(
                Flux.interval(EVERY)
                        .onBackpressureDrop()
                        .concatMap(tick -> round(), 1)
                        .subscribe());
    }

    @PreDestroy
    void stop() {
        running.dispose();
    }

    private Mono<Void> round() {
        Mono<Void> telling = digestsHaveLinks ? attempt(digests::round) : Mono.empty();
        return telling.then(attempt(expiries::round));
    }

    private static Mono<Void> attempt(Supplier<Mono<Void>> work) {
        return Mono.defer(work)
                .onErrorResume(
                        error -> {
                            LOGGER.error("Held mail is looked at again later", error);
                            return Mono.empty();
                        });
    }
}
