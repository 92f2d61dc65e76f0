package org.jamestandem.pop3.migration;

import com.google.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.james.core.Username;
import org.jamestandem.kernel.tasks.Progress;
import org.jamestandem.kernel.tasks.Step;
import org.jamestandem.kernel.tasks.Work;
import org.jamestandem.kernel.tasks.WorkOrder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Imports the unique-ids of one folder. Nothing is written before all of it is known; so a run that
 * is cancelled has done nothing, and a resumed one begins anew.
 */
public final class ImportWork implements Work {
    /** Its name. */
    public static final String NAME = "pop3-import";

    /** The parameter that says whose maildrop. */
    public static final String USER = "user";

    /** The parameter with the id of what was uploaded. */
    public static final String UPLOAD = "upload";

    /** The parameter that is {@code true} when what clients know from here may be replaced. */
    public static final String REPLACE = "replace";

    private static final String BEGINNING = "";
    private static final String END = "end";
    private static final Duration OFTEN = Duration.ofSeconds(1);

    private final UniqueIdImports imports;
    private final Uploads uploads;

    @Inject
    public ImportWork(UniqueIdImports imports, Uploads uploads) {
        this.imports = imports;
        this.uploads = uploads;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Flux<Step> run(WorkOrder order, Optional<String> after) {
        if (after.filter(END::equals).isPresent()) {
            return Flux.empty();
        }
        AtomicLong headers = new AtomicLong();
        boolean replace = Boolean.parseBoolean(order.parameter(REPLACE));
        Mono<Imported> imported =
                uploads.of(UUID.fromString(order.parameter(UPLOAD)))
                        .switchIfEmpty(
                                Mono.error(
                                        () ->
                                                new IllegalStateException(
                                                        "what was uploaded is gone")))
                        .map(ImportBody::read)
                        .flatMap(
                                body ->
                                        imports.run(
                                                Username.of(order.parameter(USER)),
                                                body,
                                                replace,
                                                headers::incrementAndGet))
                        .cache();
        return Flux.merge(
                        Flux.interval(OFTEN)
                                .onBackpressureDrop()
                                .takeUntilOther(imported)
                                .map(tick -> read(headers)),
                        imported.map(done -> end(done, replace)))
                .filter(step -> !step.counts().isEmpty());
    }

    private static Step read(AtomicLong headers) {
        long more = headers.getAndSet(0);
        return new Step(BEGINNING, more == 0 ? Map.of() : Map.of("headers-read", more));
    }

    private static Step end(Imported imported, boolean replace) {
        boolean written = replace || !imported.opened();
        Matched matched = imported.matched();
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("messages", (long) imported.messages());
        counts.put("matched", (long) matched.aliases().size());
        counts.put("downloaded-again", (long) imported.downloadedAgain());
        counts.put("ambiguous", (long) matched.ambiguous().size());
        counts.put("unmatched", (long) matched.unmatched().size());
        counts.put("unreadable", (long) matched.unreadable().size());
        counts.put("written", written ? 1L : 0L);
        counts.put(Step.FAILED, written ? 0L : 1L);
        return new Step(END, counts, matched.lines().limit(Progress.NOTES).toList());
    }
}
