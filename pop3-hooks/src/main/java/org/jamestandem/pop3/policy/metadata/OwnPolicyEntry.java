package org.jamestandem.pop3.policy.metadata;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import org.apache.james.core.Username;
import org.jamestandem.kernel.metadata.ServerEntries;
import org.jamestandem.kernel.metadata.ServerEntry;
import org.jamestandem.kernel.settings.InvalidSetting;
import org.jamestandem.pop3.policy.Expiry;
import org.jamestandem.pop3.policy.PolicyBook;
import org.jamestandem.pop3.policy.PolicyJson;
import org.jamestandem.pop3.policy.PolicyLayer;
import org.jamestandem.pop3.policy.PolicyOption;
import org.jamestandem.pop3.policy.PolicyScope;
import org.jamestandem.pop3.policy.PolicyWatch;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The entry {@value #NAME}: the options that a user has chosen, as a JSON object in the words of
 * {@code tandem.xml}. What is the operator's choice is refused.
 */
@Singleton
public final class OwnPolicyEntry implements ServerEntries {
    /** Its name. */
    public static final String NAME = "/private/vendor/tandem/pop3";

    private static final int LONGEST = 4096;

    private final PolicyBook policies;
    private final PolicyWatch watch;

    @Inject
    public OwnPolicyEntry(PolicyBook policies, PolicyWatch watch) {
        this.policies = policies;
        this.watch = watch;
    }

    @Override
    public boolean keep(String name) {
        return name.equals(NAME);
    }

    @Override
    public Flux<ServerEntry> of(Username user) {
        return policies.stored(new PolicyScope.Own(user))
                .filter(layer -> !layer.options().isEmpty())
                .map(layer -> new ServerEntry(NAME, PolicyJson.write(layer)))
                .flux();
    }

    @Override
    public Mono<Void> set(Username user, ServerEntry entry) {
        return Mono.fromCallable(() -> checked(entry.value()))
                .flatMap(layer -> change(user, policies.store(new PolicyScope.Own(user), layer)));
    }

    @Override
    public Mono<Void> remove(Username user, String name) {
        return change(user, policies.remove(new PolicyScope.Own(user)));
    }

    private Mono<Void> change(Username user, Mono<Void> change) {
        PolicyScope scope = new PolicyScope.Own(user);
        return policies.of(scope)
                .flatMap(
                        before ->
                                change.then(policies.of(scope))
                                        .flatMap(after -> watch.changed(scope, before, after)))
                .then();
    }

    private static PolicyLayer checked(String value) {
        if (value.length() > LONGEST) {
            throw new InvalidSetting("a policy has at most " + LONGEST + " characters");
        }
        PolicyLayer layer = PolicyJson.read(NAME, value);
        for (PolicyOption option : layer.options()) {
            if (!option.option().isUsersChoice()
                    || option.equals(Expiry.NEVER_THOUGH_QUOTAS_MAY_FILL)) {
                throw new InvalidSetting(
                        "%s = %s is the operator's to choose"
                                .formatted(option.option().word(), option.words().text()));
            }
        }
        return layer;
    }
}
