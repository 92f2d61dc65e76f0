package org.jamestandem.pop3.maildrop.cassandra;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.apache.james.core.Username;
import org.jamestandem.kernel.state.cassandra.Statements;
import org.jamestandem.pop3.maildrop.QuitIntent;
import org.jamestandem.pop3.maildrop.QuitIntents;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

final class CassandraQuitIntents implements QuitIntents {
    /** Parts whose first part was never written, because the node stopped in between. */
    private static final Duration ABANDONED_AFTER = Duration.ofDays(1);

    private static final int CONCURRENCY = 16;
    private static final String INSERT =
            "INSERT INTO "
                    + Tables.INTENTS
                    + " (owner, intent, part, parts, device, recorded_at, folders, disposition,"
                    + " messages) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String SELECT = "SELECT * FROM " + Tables.INTENTS + " WHERE owner = ?";
    private static final String DELETE =
            "DELETE FROM " + Tables.INTENTS + " WHERE owner = ? AND intent = ?";

    private final Statements statements;
    private final Clock clock;

    CassandraQuitIntents(Statements statements, Clock clock) {
        this.statements = statements;
        this.clock = clock;
    }

    @Override
    public Mono<Void> record(QuitIntent intent) {
        String owner = intent.reader().user().asString();
        List<IntentPart> parts = IntentPart.of(intent);
        return Flux.fromIterable(parts.subList(1, parts.size()))
                .flatMap(part -> insert(owner, part), CONCURRENCY)
                .then(insert(owner, parts.get(0)));
    }

    @Override
    public Flux<QuitIntent> of(Username user) {
        return statements
                .rows(SELECT, user.asString())
                .map(IntentPart::of)
                .bufferUntilChanged(IntentPart::intent)
                .concatMap(parts -> intent(user, parts))
                .sort(Comparator.comparing(QuitIntent::at));
    }

    @Override
    public Mono<Void> remove(QuitIntent intent) {
        return remove(intent.reader().user(), intent.id());
    }

    private Mono<QuitIntent> intent(Username user, List<IntentPart> parts) {
        return Mono.justOrEmpty(IntentPart.joined(user, parts))
                .switchIfEmpty(Mono.defer(() -> forgetAbandoned(user, parts.get(0))));
    }

    private Mono<QuitIntent> forgetAbandoned(Username user, IntentPart part) {
        boolean abandoned = part.at().isBefore(clock.instant().minus(ABANDONED_AFTER));
        return abandoned ? remove(user, part.intent()).then(Mono.empty()) : Mono.empty();
    }

    private Mono<Void> remove(Username user, UUID intent) {
        return statements.run(DELETE, user.asString(), intent);
    }

    private Mono<Void> insert(String owner, IntentPart part) {
        return statements.run(
                INSERT,
                owner,
                part.intent(),
                part.part(),
                part.parts(),
                part.device(),
                part.at(),
                part.folders(),
                part.dispositionWord(),
                part.messages());
    }
}
