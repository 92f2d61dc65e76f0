package org.jamestandem.benchmarks.servers;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.function.Function;
import org.jamestandem.benchmarks.client.Account;
import org.jamestandem.testkit.james.James;
import org.jamestandem.testkit.servers.CassandraServer;
import org.jamestandem.testkit.servers.TestServers;

/** One James on one Cassandra of the test kit, a small node of its own process. */
final class CassandraTarget implements Target {
    private final CassandraServer cassandra;
    private final Target james;

    private CassandraTarget(CassandraServer cassandra, Target james) {
        this.cassandra = cassandra;
        this.james = james;
    }

    static CassandraTarget start(String name, Function<CassandraServer, James> start)
            throws IOException {
        CassandraServer cassandra = TestServers.cassandra();
        cassandra.beforeAll(null);
        return new CassandraTarget(cassandra, new JamesTarget(name, start.apply(cassandra)));
    }

    @Override
    public String name() {
        return james.name();
    }

    @Override
    public InetSocketAddress imap() {
        return james.imap();
    }

    @Override
    public InetSocketAddress pop3() {
        return james.pop3();
    }

    @Override
    public Account newAccount() throws IOException {
        return james.newAccount();
    }

    @Override
    public void close() throws IOException {
        james.close();
        cassandra.afterAll(null);
    }
}
