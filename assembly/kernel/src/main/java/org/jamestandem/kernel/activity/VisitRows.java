package org.jamestandem.kernel.activity;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import org.apache.james.core.Username;
import org.jamestandem.kernel.account.UserRows;
import reactor.core.publisher.Mono;

/** A user's visits in the ledger. */
@Singleton
public final class VisitRows implements UserRows {
    private final ReaderLedger ledger;

    @Inject
    public VisitRows(ReaderLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public String name() {
        return "activity";
    }

    @Override
    public Mono<Void> copy(Username from, Username to) {
        return ledger.lastVisits(from).concatMap(visit -> ledger.record(visit.by(to))).then();
    }

    @Override
    public Mono<Void> forget(Username user) {
        return ledger.forget(user);
    }
}
