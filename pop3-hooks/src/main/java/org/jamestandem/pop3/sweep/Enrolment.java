package org.jamestandem.pop3.sweep;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.james.core.Username;
import org.jamestandem.pop3.maildrop.QuitWatch;
import org.jamestandem.pop3.policy.ExpireCapability;
import org.jamestandem.pop3.policy.Expiry;
import org.jamestandem.pop3.policy.Policy;
import reactor.core.publisher.Mono;

/** Notes with a QUIT when its maildrop is to be looked at. */
@Singleton
public final class Enrolment implements QuitWatch {
    private final SweepState state;

    @Inject
    public Enrolment(SweepState state) {
        this.state = state;
    }

    @Override
    public Mono<Void> before(Username owner, Policy policy, Instant at) {
        if (!(policy.expiry() instanceof Expiry.After after)) {
            return Mono.empty();
        }
        LocalDate day = LocalDate.ofInstant(at.plus(after.period()), ZoneOffset.UTC).plusDays(1);
        return state.promiseFirst(owner, Promise.first(ExpireCapability.days(policy), at))
                .then(state.enrol(owner, day));
    }
}
