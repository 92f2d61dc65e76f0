package org.jamestandem.pop3.sweep.james;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Duration;
import javax.annotation.PreDestroy;
import org.apache.james.utils.UserDefinedStartable;
import org.jamestandem.pop3.sweep.DueMaildrops;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The {@code guice.extension.startable} entry of {@code extensions.properties}: moves or removes
 * what has expired, every hour, on every node that is up.
 */
@Singleton
public final class SteadySweeper implements UserDefinedStartable {
    private static final Duration FIRST = Duration.ofMinutes(2);
    private static final Duration EVERY = Duration.ofHours(1);
    private static final Logger LOGGER = LoggerFactory.getLogger(SteadySweeper.class);

    private final DueMaildrops due;
    private final Disposable.Swap running = Disposables.swap();

    @Inject
    public SteadySweeper(DueMaildrops due) {
        this.due = due;
    }

    @Override
    public void start() {
        running.update(
                Flux.interval(FIRST, EVERY)
                        .onBackpressureDrop()
                        .concatMap(tick -> round(), 1)
                        .subscribe());
    }

    @PreDestroy
    void stop() {
        running.dispose();
    }

    private Mono<Void> round() {
        return due.sweep()
                .onErrorResume(
                        error -> {
                            LOGGER.error("Could not sweep; it is tried again later", error);
                            return Mono.empty();
                        });
    }
}
