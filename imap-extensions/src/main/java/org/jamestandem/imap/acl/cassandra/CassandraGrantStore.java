package org.jamestandem.imap.acl.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.Statement;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jamestandem.imap.acl.AccessList;
import org.jamestandem.imap.acl.Grant;
import org.jamestandem.imap.acl.GrantChange;
import org.jamestandem.imap.acl.GrantStore;
import org.jamestandem.imap.acl.Identifier;
import org.jamestandem.imap.acl.MailboxKey;
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
    private static final int DELETIONS_PER_BATCH = 20;

    private final CqlSession session;
    private final GrantStatements statements;

    /** Creates the tables where they are missing. */
    @Inject
    public CassandraGrantStore(CqlSession session) {
        GrantTables.create(session);
        this.session = session;
        this.statements = new GrantStatements(session);
    }

    @Override
    public Mono<StoredList> read(String mailboxId) {
        return rows(statements.read(mailboxId)).collectList().map(CassandraGrantStore::stored);
    }

    @Override
    public Mono<Void> change(MailboxKey mailbox, GrantChange change) {
        return execute(statements.change(mailbox, change));
    }

    @Override
    public Mono<Void> show(MailboxKey mailbox, Set<Grant> added, Set<Grant> removed) {
        return Flux.fromIterable(statements.show(mailbox, added, removed))
                .concatMap(this::execute)
                .then();
    }

    @Override
    public Mono<Void> forget(MailboxKey mailbox) {
        return read(mailbox.id())
                .flatMapIterable(stored -> stored.grants().entries().keySet())
                .buffer(DELETIONS_PER_BATCH)
                .concatMap(some -> execute(statements.deleteShares(mailbox, some)))
                .then(execute(statements.deleteGrants(mailbox)));
    }

    @Override
    public Flux<Share> shares(ShareScope scope) {
        return Flux.fromStream(() -> ShareBuckets.of(scope.identifier()).boxed())
                .concatMap(bucket -> rows(statements.shares(scope, bucket)))
                .map(CassandraGrantStore::share)
                .filter(share -> !share.rights().isEmpty());
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

    private static StoredList stored(List<Row> rows) {
        Set<Grant> shown =
                rows.stream()
                        .flatMap(row -> row.getSet("shown", String.class).stream())
                        .map(ShownEntry::read)
                        .collect(Collectors.toSet());
        List<Grant> grants =
                rows.stream()
                        .filter(row -> !row.isNull("identifier"))
                        .map(CassandraGrantStore::grant)
                        .toList();
        return new StoredList(AccessList.of(grants), shown);
    }

    private static Grant grant(Row row) {
        return new Grant(Identifier.parse(row.getString("identifier")), rights(row));
    }

    private static Share share(Row row) {
        return new Share(
                new MailboxKey(row.getString("mailbox"), row.getString("owner")), rights(row));
    }

    private static Rights rights(Row row) {
        Set<String> letters = row.getSet("rights", String.class);
        return Rights.parse(String.join("", letters));
    }
}
