package org.jamestandem.imap.acl.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.config.DriverExecutionProfile;
import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.metadata.Node;
import com.datastax.oss.driver.api.core.session.Request;
import com.datastax.oss.driver.api.core.tracker.RequestTracker;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.jamestandem.imap.acl.GrantChange;
import org.jamestandem.imap.acl.GrantStore;
import org.jamestandem.imap.acl.Identifier;
import org.jamestandem.imap.acl.MailboxKey;
import org.jamestandem.imap.acl.NamedMailbox;
import org.jamestandem.imap.acl.RightsChange;
import org.jamestandem.imap.acl.ShareScope;
import org.jamestandem.testkit.servers.CassandraServer;
import org.jamestandem.testkit.servers.TestServers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;

/** What sharing costs, in requests to Cassandra. */
class SharingCostTest {
    @RegisterExtension static final CassandraServer CASSANDRA = TestServers.cassandra();

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final AtomicInteger READS = new AtomicInteger();
    private static final AtomicInteger WRITES = new AtomicInteger();
    private static CqlSession session;
    private static GrantStore store;

    @BeforeAll
    static void connect() {
        session =
                CqlSession.builder()
                        .addContactPoint(CASSANDRA.contactPoint())
                        .withLocalDatacenter(CASSANDRA.datacenter())
                        .withKeyspace(CASSANDRA.keyspace())
                        .addRequestTracker(new Counting())
                        .build();
        store = new CassandraGrantStore(session, Clock.systemUTC());
    }

    @AfterAll
    static void disconnect() {
        session.close();
    }

    /** Mailboxes of that many owners, each shared with that identifier. */
    private static void share(String identifier, String domain, int mailboxes) {
        GrantChange change =
                new GrantChange(Identifier.parse(identifier), RightsChange.parse("lr"));
        Flux.range(0, mailboxes)
                .flatMap(
                        i ->
                                store.change(
                                        new NamedMailbox(
                                                new MailboxKey(
                                                        UUID.randomUUID().toString(),
                                                        "owner" + i + "@" + domain),
                                                "Team"),
                                        change),
                        64)
                .blockLast(PATIENCE);
    }

    /** How many requests a listing needs that finds that many. */
    private static void assertReads(int reads, String identifier, String domain, int mailboxes) {
        MailboxKey any = new MailboxKey("any", "any@" + domain);
        ShareScope scope = ShareScope.of(any, Identifier.parse(identifier).subject());
        READS.set(0);
        assertThat(store.shares(scope).count().block(PATIENCE)).isEqualTo(mailboxes);
        await(READS, reads);
    }

    /** The driver counts a moment after it answers. */
    private static void await(AtomicInteger counter, int expected) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(counter).hasValue(expected));
    }

    private static String domain() {
        return UUID.randomUUID() + ".example";
    }

    @Test
    void aThousandMailboxesSharedWithAUserAreOneRequest() {
        String domain = domain();
        String bob = "bob@" + domain;
        share(bob, domain, 1);
        assertReads(1, bob, domain, 1);
        share(bob, domain, 999);
        assertReads(1, bob, domain, 1_000);
    }

    @Test
    void aThousandMailboxesSharedWithAGroupOrEverybodyAreOneRequestForEachBucket() {
        String domain = domain();
        for (String many : new String[] {"$sales@" + domain, "anyone", "authenticated"}) {
            share(many, domain, 1_000);
            assertReads(8, many, domain, 1_000);
        }
    }

    @Test
    void anEntryIsOneRequestHoweverManyUsersItMeans() {
        String domain = domain();
        WRITES.set(0);
        share("anyone", domain, 1);
        await(WRITES, 1);
    }

    @Test
    void aListOfAHundredEntriesIsReadWithOneRequest() {
        NamedMailbox mailbox =
                new NamedMailbox(
                        new MailboxKey(UUID.randomUUID().toString(), "anna@x.example"), "Team");
        for (int i = 0; i < 100; i++) {
            store.change(
                            mailbox,
                            new GrantChange(
                                    Identifier.parse("user" + i + "@x.example"),
                                    RightsChange.parse("lr")))
                    .block(PATIENCE);
        }
        READS.set(0);
        assertThat(store.read(mailbox.key().id()).block(PATIENCE).grants().entries()).hasSize(100);
        await(READS, 1);
    }

    private static final class Counting implements RequestTracker {
        @Override
        public void onNodeSuccess(
                Request request,
                long latencyNanos,
                DriverExecutionProfile profile,
                Node node,
                String logPrefix) {
            if (request instanceof BatchStatement) {
                WRITES.incrementAndGet();
            } else if (request instanceof BoundStatement) {
                READS.incrementAndGet();
            }
        }

        @Override
        public void close() {}
    }
}
