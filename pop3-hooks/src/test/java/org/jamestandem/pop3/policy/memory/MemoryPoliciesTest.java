package org.jamestandem.pop3.policy.memory;

import org.jamestandem.pop3.policy.StoredPolicies;
import org.jamestandem.pop3.policy.StoredPoliciesContract;

class MemoryPoliciesTest implements StoredPoliciesContract {
    private final StoredPolicies policies = new MemoryPolicies();

    @Override
    public StoredPolicies policies() {
        return policies;
    }
}
