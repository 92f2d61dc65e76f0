package org.jamestandem.imap.acl.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import org.jamestandem.imap.acl.Grant;
import org.jamestandem.imap.acl.GrantChange;
import org.jamestandem.imap.acl.GrantStore;
import org.jamestandem.imap.acl.Identifier;
import org.jamestandem.imap.acl.NamedMailbox;
import org.jamestandem.imap.acl.Rights;
import org.jamestandem.imap.acl.RightsChange;
import org.jamestandem.imap.acl.ShareIndex;
import org.jamestandem.imap.acl.ShareIndexContract;
import org.jamestandem.testkit.servers.CassandraServer;
import org.jamestandem.testkit.servers.TestServers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CassandraShareIndexTest implements ShareIndexContract {
    @RegisterExtension static final CassandraServer CASSANDRA = TestServers.cassandra();

    private static GrantStore store;
    private static ShareIndex index;

    @BeforeAll
    static void create() {
        store = new CassandraGrantStore(CASSANDRA.session(), Clock.systemUTC());
        index = new CassandraShareIndex(CASSANDRA.session(), Clock.systemUTC());
    }

    @Override
    public GrantStore store() {
        return store;
    }

    @Override
    public ShareIndex testee() {
        return index;
    }

    /** What a batch of which only one half was replayed, a backup or a hand leaves. */
    private static void harm(String cql, NamedMailbox mailbox, Identifier identifier) {
        CASSANDRA
                .session()
                .execute(
                        CASSANDRA
                                .session()
                                .prepare(cql.formatted(GrantStatements.ONE_SHARE))
                                .bind(GrantStatements.share(mailbox.key(), identifier)));
    }

    private void mended(NamedMailbox mailbox, Identifier identifier) {
        assertThat(drift(mailbox)).containsExactly(identifier);
        index.mend(mailbox, identifier).block(PATIENCE);
        assertThat(drift(mailbox)).isEmpty();
        assertThat(entries(mailbox)).contains(new Grant(identifier, Rights.parse("lrs")));
    }

    @Test
    void anEntryThatTheViewLostIsPutBack() {
        NamedMailbox mailbox = shared(BOB, ANYONE);
        harm("DELETE FROM tandem_acl_shares %s", mailbox, ANYONE);
        mended(mailbox, ANYONE);
    }

    @Test
    void rightsThatDifferAreMadeTheLists() {
        NamedMailbox mailbox = shared(BOB, SALES);
        harm("UPDATE tandem_acl_shares SET rights = {'l', 'x'} %s", mailbox, SALES);
        mended(mailbox, SALES);
    }

    @Test
    void anEndThatIsNotInTheListIsTakenOut() {
        NamedMailbox mailbox = shared(BOB);
        harm("UPDATE tandem_acl_shares SET until = 1 %s", mailbox, BOB);
        mended(mailbox, BOB);
    }

    @Test
    void aNameThatIsOldIsReplaced() {
        NamedMailbox mailbox = shared(BOB);
        mended(new NamedMailbox(mailbox.key(), "Crew"), BOB);
    }

    @Test
    void anEntryThatIsInNoListIsTakenOut() {
        NamedMailbox mailbox = shared(BOB, ANYONE);
        index.dropList(mailbox.key().id()).block(PATIENCE);
        assertThat(entries(mailbox)).hasSize(2);

        index.mend(mailbox, BOB).block(PATIENCE);
        index.mend(mailbox, ANYONE).block(PATIENCE);

        assertThat(entries(mailbox)).isEmpty();
        assertThat(store.read(mailbox.key().id()).block(PATIENCE).grants().entries()).isEmpty();
    }

    @Test
    void aChangeMadeSinceTheReadingWins() {
        NamedMailbox mailbox = shared(BOB);
        harm("DELETE FROM tandem_acl_shares %s", mailbox, BOB);
        ShareIndex late =
                new CassandraShareIndex(
                        CASSANDRA.session(),
                        Clock.fixed(Instant.now().minusSeconds(5), Clock.systemUTC().getZone()));
        store.change(mailbox, new GrantChange(BOB, RightsChange.parse("lr"))).block(PATIENCE);
        harm("UPDATE tandem_acl_shares SET rights = rights + {'w'} %s", mailbox, BOB);

        late.mend(mailbox, BOB).block(PATIENCE);

        assertThat(entries(mailbox)).containsExactly(new Grant(BOB, Rights.parse("lrw")));
    }
}
