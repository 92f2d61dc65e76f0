package org.jamestandem.pop3.policy;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.james.core.Username;
import org.jamestandem.kernel.settings.InvalidSetting;
import org.jamestandem.pop3.reader.Device;
import org.jamestandem.pop3.reader.Reader;
import reactor.core.publisher.Mono;

/** What holds for whom: the policies of {@code tandem.xml} and the stored ones together. */
@Singleton
public final class PolicyBook {
    private static final long LOOK_BACK_DAYS = 30;

    private final Policies configured;
    private final StoredPolicies stored;

    @Inject
    public PolicyBook(Policies configured, StoredPolicies stored) {
        this.configured = configured;
        this.stored = stored;
    }

    /** What holds for that reader now. */
    public Mono<Policy> of(Reader reader) {
        if (reader.looksBack()) {
            return of(new Reader(reader.user(), Device.DEFAULT))
                    .map(policy -> policy.with(new Offer.Recent(LOOK_BACK_DAYS)));
        }
        return of(PolicyScope.of(reader));
    }

    /** What holds in that scope now, for its default device. */
    public Mono<Policy> of(PolicyScope scope) {
        return stored.chain(scope).map(layers -> configured.of(scope, layers));
    }

    /** What was stored for that scope; an empty layer when nothing was. */
    public Mono<PolicyLayer> stored(PolicyScope scope) {
        return stored.of(scope);
    }

    /**
     * What would hold in that scope with another stored layer.
     *
     * @param layer instead of the one that is stored for it
     */
    public Mono<Policy> preview(PolicyScope scope, PolicyLayer layer) {
        return stored.chain(scope)
                .map(
                        layers -> {
                            Map<PolicyScope, PolicyLayer> changed = new HashMap<>(layers);
                            changed.put(scope, layer);
                            return configured.of(scope, changed);
                        });
    }

    /**
     * What would hold for a reader with another stored layer in some scope.
     *
     * @param changed a scope, of that reader or not
     * @param layer instead of the one that is stored for it
     */
    public Mono<Policy> preview(Reader reader, PolicyScope changed, PolicyLayer layer) {
        PolicyScope scope = PolicyScope.of(reader);
        return stored.chain(scope)
                .map(
                        layers -> {
                            Map<PolicyScope, PolicyLayer> others = new HashMap<>(layers);
                            others.put(changed, layer);
                            return configured.of(scope, others);
                        });
    }

    /**
     * Stores a layer for that scope in the place of an earlier one. Fails with {@link
     * InvalidSetting} when it makes a policy that cannot be meant.
     */
    public Mono<Void> store(PolicyScope scope, PolicyLayer layer) {
        return preview(scope, layer)
                .flatMap(
                        policy -> {
                            List<String> problems = policy.contradictions();
                            return problems.isEmpty()
                                    ? announce(policy).then(stored.store(scope, layer))
                                    : Mono.error(new InvalidSetting(problems.get(0)));
                        });
    }

    /** Stores what is stored for a user for another one too, in the place of what that one has. */
    public Mono<Void> copy(Username from, Username to) {
        return stored.ofUser(from)
                .flatMapIterable(Map::entrySet)
                .concatMap(one -> keep(one.getKey().of(to), one.getValue()))
                .then();
    }

    /** It was checked where it was first stored. */
    private Mono<Void> keep(PolicyScope scope, PolicyLayer layer) {
        return preview(scope, layer)
                .flatMap(this::announce)
                .then(Mono.defer(() -> stored.store(scope, layer)));
    }

    private Mono<Void> announce(Policy policy) {
        return stored.announce(ExpireCapability.of(policy))
                .then(Mono.justOrEmpty(LoginDelayCapability.of(policy)).flatMap(stored::announce));
    }

    /** Forgets everything that was stored for that user. */
    public Mono<Void> forget(Username user) {
        return stored.ofUser(user).flatMapIterable(Map::keySet).concatMap(stored::remove).then();
    }

    /** Forgets what was stored for that scope; what {@code tandem.xml} says holds again. */
    public Mono<Void> remove(PolicyScope scope) {
        return stored.remove(scope);
    }
}
