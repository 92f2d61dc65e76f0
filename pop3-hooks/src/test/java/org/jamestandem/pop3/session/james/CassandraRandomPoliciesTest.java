package org.jamestandem.pop3.session.james;

import java.time.Clock;
import java.util.stream.LongStream;
import org.jamestandem.pop3.maildrop.MaildropState;
import org.jamestandem.pop3.maildrop.cassandra.CassandraMaildropState;
import org.jamestandem.testkit.servers.CassandraServer;
import org.jamestandem.testkit.servers.TestServers;
import org.junit.jupiter.api.extension.RegisterExtension;

class CassandraRandomPoliciesTest extends RandomPoliciesContract {
    @RegisterExtension static final CassandraServer CASSANDRA = TestServers.cassandra();

    @Override
    MaildropState state() {
        return CassandraMaildropState.on(CASSANDRA.session(), Clock.systemUTC());
    }

    @Override
    LongStream seeds() {
        return LongStream.of(1, 2);
    }
}
