package org.jamestandem.imap.acl.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.Statement;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jamestandem.imap.acl.AccessList;
import org.jamestandem.imap.acl.Grant;
import org.jamestandem.imap.acl.GrantChange;
import org.jamestandem.imap.acl.GrantStore;
import org.jamestandem.imap.acl.Identifier;
import org.jamestandem.imap.acl.MailboxKey;
import org.jamestandem.imap.acl.NamedMailbox;
import org.jamestandem.imap.acl.Rights;
import org.jamestandem.imap.acl.Share;
import org.jamestandem.imap.acl.ShareScope;
import org.jamestandem.imap.acl.StoredList;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Grants in Cassandra. Rights are sets that grow and shrink on the row, without reading first; an
 * entry and its place in the reverse view are written in one logged batch.
 */
@Singleton
public final class CassandraGrantStore implements GrantStore {
    private static final int ENTRIES_PER_BATCH = 20;
    private static final int BUCKETS_AT_ONCE = 8;

    private final CqlSession session;
    private final Clock clock;
    private final GrantStatements statements;

    /** Creates the tables where they are missing. */
    @Inject
    public CassandraGrantStore(CqlSession session, Clock clock) {
        GrantTables.create(session);
        this.session = session;
        this.clock = clock;
        this.statements = new GrantStatements(session);
    }

    @Override
    public Mono<StoredList> read(String mailboxId) {
        return rows(statements.read(mailboxId)).collectList().map(this::stored);
    }

    @Override
    public Mono<Void> change(NamedMailbox mailbox, GrantChange change) {
        return execute(statements.change(mailbox, change));
    }

    @Override
    public Mono<Void> limit(MailboxKey mailbox, Identifier identifier, Instant until) {
        return execute(statements.limit(mailbox, identifier, until));
    }

    @Override
    public Mono<Void> rename(NamedMailbox mailbox) {
        return inBatches(mailbox.key(), some -> statements.rename(mailbox, some));
    }

    @Override
    public Mono<Void> move(String before, NamedMailbox mailbox) {
        MailboxKey key = mailbox.key();
        return before.equals(key.owner())
                ? rename(mailbox)
                : liveRows(key)
                        .buffer(ENTRIES_PER_BATCH / 2)
                        .map(CassandraGrantStore::entries)
                        .map(
                                some ->
                                        statements.move(
                                                new MailboxKey(key.id(), before), mailbox, some))
                        .concatMap(this::execute)
                        .then();
    }

    @Override
    public Mono<Void> copy(NamedMailbox mailbox, Identifier from, Identifier to) {
        return liveRows(mailbox.key())
                .collectMap(row -> grant(row).identifier())
                .filter(rows -> rows.containsKey(from))
                .flatMap(rows -> give(mailbox, to, rows.get(from), rows.get(to)));
    }

    /**
     * @param own the entry that is there; null when there is none
     */
    private Mono<Void> give(NamedMailbox mailbox, Identifier to, Row given, Row own) {
        Instant until = own == null ? given.getInstant("until") : own.getInstant("until");
        return own != null && end(given).isBefore(end(own))
                ? Mono.empty()
                : execute(statements.put(mailbox, new Grant(to, rights(given)), until));
    }

    private Flux<Row> liveRows(MailboxKey mailbox) {
        return rows(statements.read(mailbox.id()))
                .filter(row -> !row.isNull("identifier"))
                .filter(row -> !row.getSet("rights", String.class).isEmpty())
                .filter(this::isLive);
    }

    private static Map<Grant, Optional<Instant>> entries(List<Row> rows) {
        return rows.stream()
                .collect(
                        Collectors.toMap(
                                CassandraGrantStore::grant,
                                row -> Optional.ofNullable(row.getInstant("until"))));
    }

    private static Instant end(Row row) {
        return Optional.ofNullable(row.getInstant("until")).orElse(Instant.MAX);
    }

    @Override
    public Mono<Void> show(MailboxKey mailbox, Set<Grant> added, Set<Grant> removed) {
        return Flux.fromIterable(statements.show(mailbox, added, removed))
                .concatMap(this::execute)
                .then();
    }

    @Override
    public Mono<Void> forget(MailboxKey mailbox) {
        return inBatches(mailbox, some -> statements.deleteShares(mailbox, some))
                .then(execute(statements.deleteGrants(mailbox)));
    }

    /** Of every entry of a mailbox, whether its time is over or not. */
    private Mono<Void> inBatches(
            MailboxKey mailbox, Function<Collection<Identifier>, Statement<?>> batch) {
        return rows(statements.read(mailbox.id()))
                .filter(row -> !row.isNull("identifier"))
                .map(row -> Identifier.parse(row.getString("identifier")))
                .buffer(ENTRIES_PER_BATCH)
                .concatMap(some -> execute(batch.apply(some)))
                .then();
    }

    @Override
    public Flux<Share> shares(ShareScope scope) {
        return shares(scope, bucket -> statements.shares(scope, bucket));
    }

    @Override
    public Flux<Share> shares(ShareScope scope, String owner) {
        return shares(scope, bucket -> statements.shares(scope, bucket, owner));
    }

    private Flux<Share> shares(ShareScope scope, IntFunction<Statement<?>> bucket) {
        return Flux.fromStream(() -> ShareBuckets.of(scope.subject()).mapToObj(bucket))
                .flatMap(this::rows, BUCKETS_AT_ONCE)
                .filter(row -> isLive(row) && !row.isNull("name"))
                .map(row -> share(scope, row))
                .filter(share -> !share.entry().rights().isEmpty());
    }

    private Flux<Row> rows(Statement<?> statement) {
        return Flux.defer(() -> session.executeReactive(statement))
                .publishOn(Schedulers.parallel())
                .cast(Row.class);
    }

    private Mono<Void> execute(Statement<?> statement) {
        return Mono.fromCompletionStage(() -> session.executeAsync(statement))
                .publishOn(Schedulers.parallel())
                .then();
    }

    private StoredList stored(List<Row> rows) {
        Set<Grant> shown =
                rows.stream()
                        .flatMap(row -> row.getSet("shown", String.class).stream())
                        .map(ShownEntry::read)
                        .collect(Collectors.toSet());
        List<Row> live =
                rows.stream()
                        .filter(row -> !row.isNull("identifier"))
                        .filter(row -> !row.getSet("rights", String.class).isEmpty())
                        .filter(this::isLive)
                        .toList();
        Set<Identifier> temporary =
                live.stream()
                        .filter(row -> !row.isNull("until"))
                        .map(row -> grant(row).identifier())
                        .collect(Collectors.toSet());
        return new StoredList(
                AccessList.of(live.stream().map(CassandraGrantStore::grant).toList()),
                temporary,
                shown);
    }

    private boolean isLive(Row row) {
        Instant until = row.getInstant("until");
        return until == null || until.isAfter(clock.instant());
    }

    private static Grant grant(Row row) {
        return new Grant(Identifier.parse(row.getString("identifier")), rights(row));
    }

    private static Share share(ShareScope scope, Row row) {
        MailboxKey key = new MailboxKey(row.getString("mailbox"), row.getString("owner"));
        return new Share(
                new NamedMailbox(key, row.getString("name")),
                new Grant(
                        new Identifier(scope.subject(), row.getBoolean("negative")), rights(row)));
    }

    private static Rights rights(Row row) {
        Set<String> letters = row.getSet("rights", String.class);
        return Rights.parse(String.join("", letters));
    }
}
