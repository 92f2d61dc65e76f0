package org.jamestandem.pop3.policy.cassandra;

import org.jamestandem.pop3.policy.StoredPolicies;
import org.jamestandem.pop3.policy.StoredPoliciesContract;
import org.jamestandem.testkit.servers.CassandraServer;
import org.jamestandem.testkit.servers.TestServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class CassandraPoliciesTest implements StoredPoliciesContract {
    @RegisterExtension static final CassandraServer CASSANDRA = TestServers.cassandra();

    private StoredPolicies policies;

    @BeforeEach
    void empty() {
        policies = new CassandraPolicies(CASSANDRA.session());
        CASSANDRA.session().execute("TRUNCATE " + CassandraPolicies.TABLE.name());
    }

    @Override
    public StoredPolicies policies() {
        return policies;
    }
}
