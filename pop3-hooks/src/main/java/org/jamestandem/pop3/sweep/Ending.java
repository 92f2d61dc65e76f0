package org.jamestandem.pop3.sweep;

import java.time.Instant;
import org.jamestandem.pop3.policy.Disposition;
import org.jamestandem.pop3.policy.Expiry;

/** When a message's time is over, and what then happens to it. */
record Ending(Instant at, Expiry.After rule) {
    Disposition action() {
        return rule.action();
    }

    /** Whether CAPA announces the rule, so that a change of it has to wait. */
    boolean isAnnounced() {
        return rule.when() != Expiry.When.HIDDEN;
    }
}
