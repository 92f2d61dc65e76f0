package org.jamestandem.pop3.policy.cassandra;

import org.apache.james.core.Username;
import org.jamestandem.pop3.policy.PolicyScope;
import org.jamestandem.pop3.reader.Device;

/** Partition and row of a scope. */
record ScopeKey(String owner, String scope) {
    private static final String USER = "user";
    private static final String OWN = "own";
    private static final String DEVICE = "device ";

    static ScopeKey of(PolicyScope scope) {
        if (scope instanceof PolicyScope.OfDomain domain) {
            return new ScopeKey("@" + domain.domain().asString(), "");
        }
        if (scope instanceof PolicyScope.OfUser user) {
            return new ScopeKey(user.user().asString(), USER);
        }
        if (scope instanceof PolicyScope.Own own) {
            return new ScopeKey(own.user().asString(), OWN);
        }
        if (scope instanceof PolicyScope.OfDevice device) {
            return new ScopeKey(device.user().asString(), DEVICE + device.device().name());
        }
        return new ScopeKey("@", "");
    }

    /** Which of a user's own scopes it is. */
    PolicyScope scopeOf(Username user) {
        if (scope.startsWith(DEVICE)) {
            return new PolicyScope.OfDevice(user, new Device(scope.substring(DEVICE.length())));
        }
        return scope.equals(OWN) ? new PolicyScope.Own(user) : new PolicyScope.OfUser(user);
    }
}
