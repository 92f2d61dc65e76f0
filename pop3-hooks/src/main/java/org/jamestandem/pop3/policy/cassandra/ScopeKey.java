package org.jamestandem.pop3.policy.cassandra;

import org.jamestandem.pop3.policy.PolicyScope;

/** Partition and row of a scope. */
record ScopeKey(String owner, String scope) {
    static ScopeKey of(PolicyScope scope) {
        if (scope instanceof PolicyScope.OfDomain domain) {
            return new ScopeKey("@" + domain.domain().asString(), "");
        }
        if (scope instanceof PolicyScope.OfUser user) {
            return new ScopeKey(user.user().asString(), "user");
        }
        if (scope instanceof PolicyScope.Own own) {
            return new ScopeKey(own.user().asString(), "own");
        }
        if (scope instanceof PolicyScope.OfDevice device) {
            return new ScopeKey(device.user().asString(), "device " + device.device().name());
        }
        return new ScopeKey("@", "");
    }
}
