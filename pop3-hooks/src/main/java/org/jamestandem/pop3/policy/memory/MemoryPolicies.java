package org.jamestandem.pop3.policy.memory;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.james.core.Username;
import org.jamestandem.pop3.policy.PolicyLayer;
import org.jamestandem.pop3.policy.PolicyScope;
import org.jamestandem.pop3.policy.StoredPolicies;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Gone when the process stops. */
@Singleton
public final class MemoryPolicies implements StoredPolicies {
    private final Map<PolicyScope, PolicyLayer> layers = new ConcurrentHashMap<>();
    private final Set<String> lines = ConcurrentHashMap.newKeySet();

    @Inject
    public MemoryPolicies() {}

    @Override
    public Mono<Map<PolicyScope, PolicyLayer>> chain(PolicyScope scope) {
        return Mono.fromCallable(
                () ->
                        scope.chain()
                                .filter(layers::containsKey)
                                .collect(Collectors.toUnmodifiableMap(one -> one, layers::get)));
    }

    @Override
    public Mono<PolicyLayer> of(PolicyScope scope) {
        return Mono.fromCallable(() -> layers.getOrDefault(scope, PolicyLayer.EMPTY));
    }

    @Override
    public Mono<Map<PolicyScope, PolicyLayer>> ofUser(Username user) {
        return Mono.fromCallable(
                () ->
                        layers.entrySet().stream()
                                .filter(
                                        one ->
                                                one.getKey()
                                                        .onlyUser()
                                                        .filter(user::equals)
                                                        .isPresent())
                                .collect(
                                        Collectors.toUnmodifiableMap(
                                                Map.Entry::getKey, Map.Entry::getValue)));
    }

    @Override
    public Mono<Void> store(PolicyScope scope, PolicyLayer layer) {
        return Mono.fromRunnable(() -> layers.put(scope, layer));
    }

    @Override
    public Mono<Void> announce(String line) {
        return Mono.fromRunnable(() -> lines.add(line));
    }

    @Override
    public Flux<String> announced() {
        return Flux.defer(() -> Flux.fromIterable(Set.copyOf(lines)));
    }

    @Override
    public Mono<Void> remove(PolicyScope scope) {
        return Mono.fromRunnable(() -> layers.remove(scope));
    }
}
