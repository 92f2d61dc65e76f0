package org.jamestandem.mailets.hold.memory;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.james.core.Username;
import org.jamestandem.mailets.hold.HeldMail;
import org.jamestandem.mailets.hold.HeldMails;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A map for each user. */
@Singleton
public final class MemoryHeldMails implements HeldMails {
    private final Map<Username, Map<UUID, HeldMail>> users = new ConcurrentHashMap<>();

    @Inject
    public MemoryHeldMails() {}

    @Override
    public Mono<Void> keep(HeldMail mail) {
        return Mono.fromRunnable(
                () ->
                        users.compute(
                                mail.owner(),
                                (owner, kept) -> {
                                    Map<UUID, HeldMail> all =
                                            kept == null ? new ConcurrentHashMap<>() : kept;
                                    all.put(mail.id(), mail);
                                    return all;
                                }));
    }

    @Override
    public Mono<HeldMail> find(Username owner, UUID id) {
        return Mono.fromCallable(() -> users.getOrDefault(owner, Map.of()).get(id));
    }

    @Override
    public Flux<HeldMail> of(Username owner) {
        return Flux.defer(() -> Flux.fromIterable(users.getOrDefault(owner, Map.of()).values()));
    }

    @Override
    public Mono<Void> forget(Username owner, UUID id) {
        return Mono.fromRunnable(
                () ->
                        users.computeIfPresent(
                                owner,
                                (any, kept) -> {
                                    kept.remove(id);
                                    return kept.isEmpty() ? null : kept;
                                }));
    }
}
