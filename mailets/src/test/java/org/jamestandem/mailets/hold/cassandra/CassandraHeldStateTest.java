package org.jamestandem.mailets.hold.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jamestandem.mailets.hold.Agenda;
import org.jamestandem.mailets.hold.Claims;
import org.jamestandem.mailets.hold.HeldMails;
import org.jamestandem.mailets.hold.HeldStateContract;
import org.jamestandem.mailets.hold.LinkKeys;
import org.jamestandem.testkit.servers.CassandraServer;
import org.jamestandem.testkit.servers.TestServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CassandraHeldStateTest implements HeldStateContract {
    @RegisterExtension static final CassandraServer CASSANDRA = TestServers.cassandra();

    private HeldMails mails;
    private Agenda agenda;
    private List<CassandraClaims> claims;
    private List<CassandraLinkKeys> keys;

    @BeforeEach
    void empty() {
        mails = new CassandraHeldMails(CASSANDRA.session());
        agenda = new CassandraAgenda(CASSANDRA.session());
        claims = nodes().mapToObj(n -> new CassandraClaims(CASSANDRA.session())).toList();
        keys = nodes().mapToObj(n -> new CassandraLinkKeys(CASSANDRA.session())).toList();
        List.of(
                        CassandraHeldMails.TABLE,
                        CassandraAgenda.ENTRIES,
                        CassandraAgenda.PARTS,
                        CassandraClaims.TABLE,
                        CassandraLinkKeys.TABLE)
                .forEach(table -> CASSANDRA.session().execute("TRUNCATE " + table.name()));
    }

    @Override
    public HeldMails mails() {
        return mails;
    }

    @Override
    public Agenda agenda() {
        return agenda;
    }

    @Override
    public Claims claims(int node) {
        return claims.get(node);
    }

    @Override
    public LinkKeys keys(int node) {
        return keys.get(node);
    }

    @Test
    void aClaimEndsByItself() {
        assertThat(claims(0).claim("x", Duration.ofSeconds(2)).block(PATIENCE)).isTrue();
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> claims(1).claim("x", Duration.ofMinutes(1)).block(PATIENCE));
    }

    private static IntStream nodes() {
        return IntStream.range(0, 8);
    }
}
