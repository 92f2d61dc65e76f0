package org.jamestandem.pop3.maildrop.james;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.config.DriverExecutionProfile;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.driver.api.core.metadata.Node;
import com.datastax.oss.driver.api.core.session.Request;
import com.datastax.oss.driver.api.core.tracker.RequestTracker;
import com.datastax.oss.driver.api.core.uuid.Uuids;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.james.backends.cassandra.init.CassandraTableManager;
import org.apache.james.backends.cassandra.init.CassandraTypesCreator;
import org.apache.james.backends.cassandra.init.CassandraTypesProvider;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.cassandra.ids.CassandraId;
import org.apache.james.mailbox.cassandra.ids.CassandraMessageId;
import org.apache.james.mailbox.cassandra.modules.CassandraMessageModule;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.mailbox.model.MessageResult;
import org.jamestandem.pop3.maildrop.MaildropState;
import org.jamestandem.pop3.maildrop.StoredMessage;
import org.jamestandem.pop3.maildrop.UidFloor;
import org.jamestandem.pop3.maildrop.cassandra.CassandraFolderEntries;
import org.jamestandem.pop3.maildrop.cassandra.CassandraMaildropState;
import org.jamestandem.pop3.policy.FolderName;
import org.jamestandem.pop3.text.TextForm;
import org.jamestandem.pop3.text.WireSize;
import org.jamestandem.pop3.uidl.MessageKeys;
import org.jamestandem.testkit.servers.CassandraServer;
import org.jamestandem.testkit.servers.TestServers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

/** What it costs to list a folder of James on Cassandra, in requests to the database. */
class OpeningCostTest {
    @RegisterExtension static final CassandraServer CASSANDRA = TestServers.cassandra();

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");
    private static final AtomicInteger REQUESTS = new AtomicInteger();

    private static CqlSession session;
    private static MaildropState state;
    private static FolderEntries entries;

    private static final Pattern TOMBSTONES = Pattern.compile("and (\\d+) tombstone");

    private final AtomicInteger readThroughJames = new AtomicInteger();
    private final CassandraId folder = CassandraId.of(Uuids.timeBased());

    @BeforeAll
    static void createJamesTables() {
        session =
                CqlSession.builder()
                        .addContactPoint(CASSANDRA.contactPoint())
                        .withLocalDatacenter(CASSANDRA.datacenter())
                        .withKeyspace(CASSANDRA.keyspace())
                        .addRequestTracker(new Counting())
                        .withConfigLoader(
                                DriverConfigLoader.programmaticBuilder()
                                        .withDuration(
                                                DefaultDriverOption.REQUEST_TIMEOUT,
                                                Duration.ofSeconds(60))
                                        .build())
                        .build();
        new CassandraTypesCreator(CassandraMessageModule.MODULE, CASSANDRA.session())
                .initializeTypes();
        new CassandraTableManager(CassandraMessageModule.MODULE, CASSANDRA.session())
                .initializeTables(new CassandraTypesProvider(CASSANDRA.session()));
        state = CassandraMaildropState.on(session, Clock.systemUTC());
        entries = new CassandraFolderEntries(session);
    }

    @AfterAll
    static void disconnect() {
        session.close();
    }

    @Test
    void aHundredThousandMessagesAreOneRequestForFiveThousandRowsAndOneForTheNote() {
        write(1, 100_000);
        measuredUpTo(100_000);
        list(NOW);

        REQUESTS.set(0);
        assertThat(list(NOW)).hasSize(100_000);

        assertThat(REQUESTS.get()).isBetween(1 + 100_000 / 5_000, 2 + 100_000 / 5_000);
    }

    @Test
    void whatWasRemovedIsNotReadOver() {
        write(1, 500);
        measuredUpTo(1_000);
        list(NOW);
        remove(1, 450);
        list(NOW.plus(Duration.ofHours(2)));

        assertThat(state.folders().of(folder.serialize()).block(PATIENCE).floor())
                .map(UidFloor::lowest)
                .contains(451L);
        assertThat(list(NOW.plus(Duration.ofHours(3)))).hasSize(50);
    }

    @Test
    void sizesThatDifferAreThoseOfTheNoteAndForgottenWithTheMessage() {
        write(1, 3);
        state.folders()
                .measured(folder.serialize(), 3, Map.of(2L, new WireSize(1_234, 1_200)))
                .block(PATIENCE);
        assertThat(list(NOW)).extracting(StoredMessage::octets).containsExactly(500L, 1_234L, 500L);

        remove(2, 2);
        list(NOW);

        assertThat(state.folders().of(folder.serialize()).block(PATIENCE).sizes()).isEmpty();
    }

    @Test
    void aRowThatLacksSomethingIsRepairedOnceAndNotAgain() {
        write(1, 2);
        session.execute(
                "INSERT INTO messageidtable (mailboxid, uid, messageid) VALUES (%s, 3, %s)"
                        .formatted(id(), Uuids.timeBased()));
        measuredUpTo(3);

        assertThat(list(NOW)).extracting(StoredMessage::octets).containsExactly(500L, 500L, 321L);
        assertThat(readThroughJames).hasValue(1);

        assertThat(list(NOW)).extracting(StoredMessage::octets).containsExactly(500L, 500L, 321L);
        assertThat(readThroughJames).hasValue(1);
    }

    @Test
    void aWholeReadThatStorageRefusesIsOneFromTheFloor() {
        write(1, 20);
        measuredUpTo(20);
        list(NOW);
        remove(1, 15);
        list(NOW.plus(Duration.ofHours(2)));
        FolderEntries refusing =
                (manager, lowest, user) ->
                        lowest == 1
                                ? Flux.error(new IllegalStateException("too many tombstones"))
                                : entries.of(manager, lowest, user);

        assertThat(list(refusing, NOW.plus(Duration.ofDays(8)))).hasSize(5);
        assertThat(list(refusing, NOW.plus(Duration.ofDays(8).plusHours(2)))).hasSize(5);
    }

    @Test
    void aFolderWithoutAFloorThatCannotBeReadWholeFails() {
        FolderEntries refusing =
                (manager, lowest, user) -> Flux.error(new IllegalStateException("no storage"));

        assertThatThrownBy(() -> list(refusing, NOW)).hasMessage("no storage");
    }

    /**
     * Download and delete, 20,000 a day: a range for each day, as our server removes them, and row
     * by row, as stock James does. Then what was removed in eight days is more than Cassandra reads
     * over.
     */
    @ParameterizedTest(name = "in ranges: {0}")
    @ValueSource(booleans = {true, false})
    @Tag("full")
    void fifteenDaysOfDownloadAndDeleteKeepTheOpeningCheap(boolean inRanges) {
        int day = 20_000;
        for (int i = 0; i < 15; i++) {
            write(i * day + 1, (i + 1) * day);
            measuredUpTo((i + 1L) * day);
            assertThat(list(NOW.plus(Duration.ofDays(i)))).hasSize(day);
            if (inRanges) {
                remove(i * day + 1L, (i + 1L) * day);
            } else {
                removeOneByOne(i * day + 1, (i + 1) * day);
            }
        }
        write(15 * day + 1, 16 * day);
        measuredUpTo(16L * day);

        REQUESTS.set(0);
        assertThat(list(NOW.plus(Duration.ofDays(15)))).hasSize(day);

        int clean = 2 + day / 5_000;
        assertThat(REQUESTS.get()).isLessThan(2 * clean);
        assertThat(tombstonesFrom(floor())).isLessThanOrEqualTo(inRanges ? 15 : day);
    }

    private void removeOneByOne(int from, int to) {
        PreparedStatement delete =
                session.prepare("DELETE FROM messageidtable WHERE mailboxid = ? AND uid = ?");
        Flux.fromStream(IntStream.rangeClosed(from, to).boxed())
                .flatMap(uid -> session.executeReactive(delete.bind(id(), (long) uid)), 256)
                .blockLast(PATIENCE);
    }

    private long floor() {
        return state.folders()
                .of(folder.serialize())
                .block(PATIENCE)
                .floor()
                .orElseThrow()
                .lowest();
    }

    /** As Cassandra itself counts them. */
    private long tombstonesFrom(long lowest) {
        ResultSet rows =
                session.execute(
                        SimpleStatement.newInstance(
                                        "SELECT uid FROM messageidtable WHERE mailboxid = ? AND"
                                                + " uid >= ?",
                                        id(),
                                        lowest)
                                .setTracing(true));
        return rows.getExecutionInfo().getQueryTrace().getEvents().stream()
                .map(event -> TOMBSTONES.matcher(event.getActivity()))
                .filter(Matcher::find)
                .mapToLong(match -> Long.parseLong(match.group(1)))
                .sum();
    }

    private List<StoredMessage> list(Instant now) {
        return list(entries, now);
    }

    private List<StoredMessage> list(FolderEntries entries, Instant now) {
        return new FolderListing(
                        entries, state, MessageKeys.lastingIds(), Clock.fixed(now, ZoneOffset.UTC))
                .of(FolderName.INBOX, manager(), null, TextForm.ASCII)
                .block(PATIENCE);
    }

    private void measuredUpTo(long uid) {
        state.folders().measured(folder.serialize(), uid, Map.of()).block(PATIENCE);
    }

    private void write(int from, int to) {
        PreparedStatement insert =
                session.prepare(
                        "INSERT INTO messageidtable (mailboxid, uid, messageid, fullcontentoctets,"
                                + " internaldate) VALUES (?, ?, ?, 500, ?)");
        Flux.fromStream(IntStream.rangeClosed(from, to).boxed())
                .flatMap(
                        uid ->
                                session.executeReactive(
                                        insert.bind(id(), (long) uid, Uuids.timeBased(), NOW)),
                        256)
                .blockLast(PATIENCE);
    }

    private void remove(long from, long to) {
        session.execute(
                "DELETE FROM messageidtable WHERE mailboxid = "
                        + id()
                        + " AND uid >= "
                        + from
                        + " AND uid <= "
                        + to);
    }

    private UUID id() {
        return folder.asUuid();
    }

    private MessageManager manager() {
        return (MessageManager)
                Proxy.newProxyInstance(
                        MessageManager.class.getClassLoader(),
                        new Class<?>[] {MessageManager.class},
                        (proxy, method, arguments) -> {
                            if (method.getName().equals("getId")) {
                                return folder;
                            }
                            if (method.getName().equals("getMessagesReactive")) {
                                readThroughJames.incrementAndGet();
                                return Flux.just(complete((MessageRange) arguments[0]));
                            }
                            throw new UnsupportedOperationException(method.getName());
                        });
    }

    private static MessageResult complete(MessageRange range) {
        return (MessageResult)
                Proxy.newProxyInstance(
                        MessageResult.class.getClassLoader(),
                        new Class<?>[] {MessageResult.class},
                        (proxy, method, arguments) ->
                                switch (method.getName()) {
                                    case "getUid" -> range.getUidFrom();
                                    case "getSize" -> 321L;
                                    case "getInternalDate" -> Date.from(NOW);
                                    case "getMessageId" ->
                                            CassandraMessageId.Factory.of(Uuids.timeBased());
                                    default ->
                                            throw new UnsupportedOperationException(
                                                    method.getName());
                                });
    }

    private static final class Counting implements RequestTracker {
        @Override
        public void onNodeSuccess(
                Request request,
                long latencyNanos,
                DriverExecutionProfile profile,
                Node node,
                String logPrefix) {
            REQUESTS.incrementAndGet();
        }

        @Override
        public void close() {}
    }
}
