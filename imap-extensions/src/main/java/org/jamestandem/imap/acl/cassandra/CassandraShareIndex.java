package org.jamestandem.imap.acl.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.Statement;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jamestandem.imap.acl.Grant;
import org.jamestandem.imap.acl.Identifier;
import org.jamestandem.imap.acl.MailboxKey;
import org.jamestandem.imap.acl.NamedMailbox;
import org.jamestandem.imap.acl.Rights;
import org.jamestandem.imap.acl.Share;
import org.jamestandem.imap.acl.ShareIndex;
import org.jamestandem.imap.acl.Subject;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The two views of grants in Cassandra, against each other. What is mended is written as of the
 * time at which it was read, so that a change made since wins.
 */
@Singleton
public final class CassandraShareIndex implements ShareIndex {
    private final CqlSession session;
    private final Clock clock;
    private final PreparedStatement allMailboxes;
    private final PreparedStatement mailboxesAfter;
    private final PreparedStatement entries;
    private final PreparedStatement list;
    private final PreparedStatement grant;
    private final PreparedStatement share;
    private final PreparedStatement mend;
    private final PreparedStatement withdraw;
    private final PreparedStatement dropList;

    /** Creates the tables where they are missing. */
    @Inject
    public CassandraShareIndex(CqlSession session, Clock clock) {
        GrantTables.create(session);
        this.session = session;
        this.clock = clock;
        String grants = GrantTables.GRANTS.name();
        String index = GrantTables.SHARES.name();
        String mailboxes = "SELECT DISTINCT mailbox FROM " + grants;
        allMailboxes = prepare(mailboxes);
        mailboxesAfter = prepare(mailboxes + " WHERE token(mailbox) > token(?)");
        entries =
                prepare(
                        "SELECT subject, negative, owner, mailbox, name, rights, until FROM "
                                + index);
        String ofList = "SELECT identifier, rights, until FROM " + grants + " WHERE mailbox = ?";
        list = prepare(ofList);
        grant = prepare(ofList + " AND identifier = ?");
        share = prepare("SELECT name, rights, until FROM " + index + GrantStatements.ONE_SHARE);
        String update = "UPDATE " + index + " SET name = ?, until = ?, rights = rights %s ?";
        mend = prepare(update.formatted("+") + GrantStatements.ONE_SHARE);
        withdraw = prepare(update.formatted("-") + GrantStatements.ONE_SHARE);
        dropList = prepare("DELETE FROM " + grants + " WHERE mailbox = ?");
    }

    private PreparedStatement prepare(String cql) {
        return GrantStatements.prepare(session, cql);
    }

    /** An entry as one of the views has it; the list knows no name. */
    private record Place(Rights rights, Instant until, String name) {
        static final Place NONE = new Place(Rights.NONE, null, null);

        static Place read(Row row, String name) {
            return row.getSet("rights", String.class).isEmpty()
                    ? NONE
                    : new Place(CassandraShareIndex.rights(row), row.getInstant("until"), name);
        }
    }

    @Override
    public Flux<String> mailboxes(Optional<String> after) {
        return rows(after.map(mailboxesAfter::bind).orElseGet(allMailboxes::bind))
                .map(row -> row.getString("mailbox"));
    }

    @Override
    public Flux<Share> entries() {
        return rows(entries.bind())
                .filter(row -> !row.isNull("name") && !row.getSet("rights", String.class).isEmpty())
                .map(CassandraShareIndex::share);
    }

    private static Share share(Row row) {
        MailboxKey key = new MailboxKey(row.getString("mailbox"), row.getString("owner"));
        Subject subject = Identifier.parse(row.getString("subject")).subject();
        return new Share(
                new NamedMailbox(key, row.getString("name")),
                new Grant(new Identifier(subject, row.getBoolean("negative")), rights(row)));
    }

    @Override
    public Flux<Identifier> drift(NamedMailbox mailbox) {
        return rows(list.bind(mailbox.key().id()))
                .filter(row -> !row.isNull("identifier"))
                .filterWhen(
                        row ->
                                inIndex(mailbox.key(), identifier(row))
                                        .map(
                                                place ->
                                                        !place.equals(
                                                                Place.read(row, mailbox.name()))))
                .map(CassandraShareIndex::identifier);
    }

    @Override
    public Mono<Void> mend(NamedMailbox mailbox, Identifier identifier) {
        MailboxKey key = mailbox.key();
        return Mono.defer(
                () -> {
                    long before = TimeUnit.MILLISECONDS.toMicros(clock.millis());
                    return Mono.zip(inList(mailbox, identifier), inIndex(key, identifier))
                            .filter(both -> !both.getT1().equals(both.getT2()))
                            .map(both -> change(key, identifier, both.getT1(), both.getT2()))
                            .flatMap(batch -> execute(batch.setQueryTimestamp(before)));
                });
    }

    /** Two statements on one row, about different letters. */
    private BatchStatement change(
            MailboxKey mailbox, Identifier identifier, Place wanted, Place present) {
        Rights added = wanted.rights().minus(present.rights());
        Rights taken = present.rights().minus(wanted.rights());
        return GrantStatements.logged(
                List.of(
                        mend.bind(values(mailbox, identifier, wanted, added)),
                        withdraw.bind(values(mailbox, identifier, wanted, taken))));
    }

    private static Object[] values(
            MailboxKey mailbox, Identifier identifier, Place wanted, Rights rights) {
        return GrantStatements.share(
                mailbox,
                identifier,
                wanted.name(),
                wanted.until(),
                GrantStatements.letters(rights));
    }

    @Override
    public Mono<Void> dropList(String mailboxId) {
        return execute(dropList.bind(mailboxId));
    }

    private Mono<Place> inList(NamedMailbox mailbox, Identifier identifier) {
        return rows(grant.bind(mailbox.key().id(), identifier.text()))
                .next()
                .map(row -> Place.read(row, mailbox.name()))
                .defaultIfEmpty(Place.NONE);
    }

    private Mono<Place> inIndex(MailboxKey mailbox, Identifier identifier) {
        return rows(share.bind(GrantStatements.share(mailbox, identifier)))
                .next()
                .map(row -> Place.read(row, row.getString("name")))
                .defaultIfEmpty(Place.NONE);
    }

    private static Identifier identifier(Row row) {
        return Identifier.parse(row.getString("identifier"));
    }

    private static Rights rights(Row row) {
        return Rights.parse(String.join("", row.getSet("rights", String.class)));
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
}
