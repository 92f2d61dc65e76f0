package org.jamestandem.imap.acl.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import java.util.List;
import org.jamestandem.imap.acl.GrantStore;
import org.jamestandem.imap.acl.GrantStoreContract;
import org.jamestandem.testkit.servers.CassandraServer;
import org.jamestandem.testkit.servers.TestServers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class CassandraGrantStoreTest implements GrantStoreContract {
    @RegisterExtension static final CassandraServer CASSANDRA = TestServers.cassandra();

    private static GrantStore store;

    @BeforeAll
    static void create() {
        store = new CassandraGrantStore(CASSANDRA.session(), java.time.Clock.systemUTC());
    }

    @Override
    public GrantStore testee() {
        return store;
    }

    @Test
    void severalNodesMayCreateTheTablesAtOnce() {
        CqlSession session = CASSANDRA.session();
        List.of(GrantTables.SHARES, GrantTables.GRANTS)
                .forEach(table -> session.execute("DROP TABLE " + table.name()));

        List<CassandraGrantStore> nodes =
                Flux.range(0, 4)
                        .flatMap(
                                node ->
                                        Mono.fromCallable(
                                                        () ->
                                                                new CassandraGrantStore(
                                                                        session,
                                                                        java.time.Clock
                                                                                .systemUTC()))
                                                .subscribeOn(Schedulers.boundedElastic()))
                        .collectList()
                        .block(PATIENCE);

        assertThat(nodes).hasSize(4);
        store = nodes.get(0);
        aForgottenMailboxLeavesNothingBehind();
    }
}
