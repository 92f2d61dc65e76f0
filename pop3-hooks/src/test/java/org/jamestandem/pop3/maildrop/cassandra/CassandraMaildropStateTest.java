package org.jamestandem.pop3.maildrop.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.CqlSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jamestandem.pop3.maildrop.FolderNotesContract;
import org.jamestandem.pop3.maildrop.LeasesContract;
import org.jamestandem.pop3.maildrop.MaildropState;
import org.jamestandem.pop3.maildrop.MessageMarksContract;
import org.jamestandem.pop3.maildrop.QuitIntent;
import org.jamestandem.pop3.maildrop.QuitIntentsContract;
import org.jamestandem.pop3.maildrop.UniqueIdAliasesContract;
import org.jamestandem.pop3.policy.Disposition;
import org.jamestandem.pop3.reader.Reader;
import org.jamestandem.pop3.uidl.MessageKey;
import org.jamestandem.pop3.uidl.UniqueId;
import org.jamestandem.testkit.servers.CassandraServer;
import org.jamestandem.testkit.servers.TestServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class CassandraMaildropStateTest
        implements MessageMarksContract,
                UniqueIdAliasesContract,
                QuitIntentsContract,
                FolderNotesContract,
                LeasesContract {
    @RegisterExtension static final CassandraServer CASSANDRA = TestServers.cassandra();

    private static final Set<String> TABLES =
            Set.of(
                    Tables.HIDDEN,
                    Tables.FOLDERS,
                    Tables.LEASES,
                    Tables.TAKEN,
                    Tables.ALIASES,
                    Tables.FIRST_OPENINGS,
                    Tables.INTENTS);

    private MaildropState state;

    @BeforeEach
    void empty() {
        state = CassandraMaildropState.on(CASSANDRA.session(), Clock.systemUTC());
        TABLES.forEach(table -> CASSANDRA.session().execute("TRUNCATE " + table));
    }

    @Override
    public MaildropState state() {
        return state;
    }

    @Test
    void saysThatItLasts() {
        assertThat(state.lasting()).isTrue();
    }

    @Test
    void nodesThatStartTogetherCreateTheSameTables() {
        String keyspace = "together";
        CASSANDRA
                .session()
                .execute(
                        "CREATE KEYSPACE together WITH replication ="
                                + " {'class': 'SimpleStrategy', 'replication_factor': 1}");
        List<CqlSession> nodes =
                IntStream.range(0, 4).mapToObj(any -> sessionIn(keyspace)).toList();
        try {
            Flux.fromIterable(nodes)
                    .flatMap(
                            node ->
                                    Mono.fromRunnable(() -> Tables.create(node))
                                            .subscribeOn(Schedulers.boundedElastic()),
                            4)
                    .blockLast(Duration.ofMinutes(2));
            assertEveryNodeReadsWhatAnotherWrites(nodes);
        } finally {
            nodes.forEach(CqlSession::close);
            CASSANDRA.session().execute("DROP KEYSPACE together");
        }
    }

    @Test
    void whoOpensSecondLeavesNoAliasesBehind() {
        MessageKey key = new MessageKey("a");
        for (String id : List.of("1", "2")) {
            state.aliases().keepFirst(OWNER, Map.of(key, new UniqueId(id))).block(WAIT);
        }
        assertThat(CASSANDRA.session().execute("SELECT * FROM " + Tables.ALIASES).all()).hasSize(1);
    }

    @Test
    void anIntentWithoutItsFirstPartIsNoneAndForgottenAfterADay() {
        QuitIntent intent = large();
        state.intents().record(intent).block(LIMIT);
        CASSANDRA
                .session()
                .execute(
                        "DELETE FROM "
                                + Tables.INTENTS
                                + " WHERE owner = ? AND intent = ? AND part = 0",
                        CAROL.asString(),
                        intent.id());

        assertThat(intentsAt(MONDAY.plus(Duration.ofHours(23)))).isEmpty();
        assertThat(rows()).isPositive();
        assertThat(intentsAt(MONDAY.plus(Duration.ofHours(25)))).isEmpty();
        assertThat(rows()).isZero();
    }

    private static QuitIntent large() {
        Set<MessageKey> keys =
                IntStream.range(0, 5000)
                        .mapToObj(i -> new MessageKey("m" + i))
                        .collect(Collectors.toCollection(HashSet::new));
        return new QuitIntent(
                UUID.randomUUID(), Reader.of(CAROL), MONDAY, INBOX, Map.of(Disposition.HIDE, keys));
    }

    private static List<QuitIntent> intentsAt(Instant now) {
        return CassandraMaildropState.on(CASSANDRA.session(), Clock.fixed(now, ZoneOffset.UTC))
                .intents()
                .of(CAROL)
                .collectList()
                .block(LIMIT);
    }

    private static int rows() {
        return CASSANDRA.session().execute("SELECT * FROM " + Tables.INTENTS).all().size();
    }

    private static void assertEveryNodeReadsWhatAnotherWrites(List<CqlSession> nodes) {
        for (CqlSession writer : nodes) {
            MessageKey key = new MessageKey("from-" + nodes.indexOf(writer));
            CassandraMaildropState.on(writer, Clock.systemUTC())
                    .hidden()
                    .mark(ANNA, List.of(key), TUESDAY)
                    .block(PATIENCE);
            for (CqlSession reader : nodes) {
                assertThat(
                                CassandraMaildropState.on(reader, Clock.systemUTC())
                                        .hidden()
                                        .of(ANNA)
                                        .block(PATIENCE))
                        .containsKey(key);
            }
        }
    }

    private static CqlSession sessionIn(String keyspace) {
        return CqlSession.builder()
                .addContactPoint(CASSANDRA.contactPoint())
                .withLocalDatacenter(CASSANDRA.datacenter())
                .withKeyspace(CqlIdentifier.fromCql(keyspace))
                .build();
    }
}
