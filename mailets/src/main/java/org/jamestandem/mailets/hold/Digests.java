package org.jamestandem.mailets.hold;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.james.core.Username;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tells people what is held back from them. May run on several nodes at once and may end anywhere:
 * before a digest is sent, its id is written to the entries that it tells of; whoever finds such an
 * entry later looks first whether that digest has arrived.
 */
@Singleton
public final class Digests {
    /** Mails in one digest; of more there is another one. */
    static final int MOST = 500;

    private static final Duration CLAIM = Duration.ofMinutes(10);
    private static final int AT_ONCE = 8;

    private final Agenda agenda;
    private final HeldMails mails;
    private final Claims claims;
    private final Outbox outbox;
    private final DigestMail composer;
    private final AgendaWalk walk;

    @Inject
    public Digests(
            Agenda agenda,
            HeldMails mails,
            Claims claims,
            Outbox outbox,
            DigestMail composer,
            Clock clock) {
        this.agenda = agenda;
        this.mails = mails;
        this.claims = claims;
        this.outbox = outbox;
        this.composer = composer;
        this.walk = new AgendaWalk(agenda, clock);
    }

    /** One look at all that is due. */
    public Mono<Void> round() {
        return walk.walk(Errand.DIGEST, this::tell);
    }

    private Mono<Void> tell(AgendaPart part, Username owner) {
        return claims.with(
                "digest " + owner.asString(),
                CLAIM,
                () ->
                        agenda.entries(part, owner)
                                .take(MOST)
                                .collectList()
                                .flatMap(entries -> tell(part, owner, entries)));
    }

    private Mono<Void> tell(AgendaPart part, Username owner, List<AgendaEntry> entries) {
        Set<UUID> attempts =
                entries.stream()
                        .flatMap(entry -> entry.attempt().stream())
                        .collect(Collectors.toSet());
        return Flux.fromIterable(attempts)
                .filterWhen(attempt -> outbox.arrived(owner, composer.messageId(attempt, owner)))
                .collect(Collectors.toSet())
                .flatMap(
                        arrived -> {
                            List<UUID> known = ids(entries, arrived, true);
                            List<UUID> news = ids(entries, arrived, false);
                            return agenda.strike(part, owner, known)
                                    .then(Mono.defer(() -> send(part, owner, news)));
                        });
    }

    private Mono<Void> send(AgendaPart part, Username owner, List<UUID> ids) {
        return Flux.fromIterable(ids)
                .flatMap(id -> mails.find(owner, id), AT_ONCE)
                .collectSortedList(Comparator.comparing(HeldMail::at))
                .flatMap(held -> held.isEmpty() ? Mono.empty() : send(part, owner, ids, held))
                .then(Mono.defer(() -> agenda.strike(part, owner, ids)));
    }

    private Mono<Void> send(
            AgendaPart part, Username owner, Collection<UUID> ids, List<HeldMail> held) {
        UUID digest = UUID.randomUUID();
        return composer.compose(digest, owner, held)
                .flatMap(
                        message ->
                                agenda.attempt(part, owner, ids, digest)
                                        .then(
                                                Mono.defer(
                                                        () ->
                                                                outbox.send(
                                                                        message,
                                                                        composer.recipient(
                                                                                held)))));
    }

    private static List<UUID> ids(
            List<AgendaEntry> entries, Set<UUID> arrived, boolean whetherArrived) {
        return entries.stream()
                .filter(entry -> isIn(arrived, entry.attempt()) == whetherArrived)
                .map(AgendaEntry::id)
                .toList();
    }

    private static boolean isIn(Set<UUID> arrived, Optional<UUID> attempt) {
        return attempt.filter(arrived::contains).isPresent();
    }
}
