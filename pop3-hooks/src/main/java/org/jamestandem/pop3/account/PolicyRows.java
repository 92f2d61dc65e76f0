package org.jamestandem.pop3.account;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import org.apache.james.core.Username;
import org.jamestandem.kernel.account.UserRows;
import org.jamestandem.pop3.policy.PolicyBook;
import reactor.core.publisher.Mono;

/** What is stored for a user, by a user, and for a user's devices. A legal hold is among it. */
@Singleton
public final class PolicyRows implements UserRows {
    private final PolicyBook policies;

    @Inject
    public PolicyRows(PolicyBook policies) {
        this.policies = policies;
    }

    @Override
    public String name() {
        return "pop3-policy";
    }

    @Override
    public Mono<Void> copy(Username from, Username to) {
        return policies.copy(from, to);
    }

    @Override
    public Mono<Void> forget(Username user) {
        return policies.forget(user);
    }
}
