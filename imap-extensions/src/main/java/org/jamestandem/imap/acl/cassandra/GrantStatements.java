package org.jamestandem.imap.acl.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DefaultConsistencyLevel;
import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchType;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jamestandem.imap.acl.Grant;
import org.jamestandem.imap.acl.GrantChange;
import org.jamestandem.imap.acl.Identifier;
import org.jamestandem.imap.acl.MailboxKey;
import org.jamestandem.imap.acl.NamedMailbox;
import org.jamestandem.imap.acl.Rights;
import org.jamestandem.imap.acl.RightsChange.Mode;
import org.jamestandem.imap.acl.ShareScope;

/** The statements of {@link CassandraGrantStore}, all at QUORUM and safe to repeat. */
final class GrantStatements {
    private static final Map<Mode, String> SET =
            Map.of(
                    Mode.REPLACE, "until = null, rights = ?",
                    Mode.ADD, "rights = rights + ?",
                    Mode.REMOVE, "rights = rights - ?");
    private static final String ONE_GRANT = " WHERE mailbox = ? AND identifier = ?";
    private static final String ONE_BUCKET = " WHERE place = ? AND subject = ? AND bucket = ?";
    static final String ONE_SHARE = ONE_BUCKET + " AND owner = ? AND mailbox = ? AND negative = ?";

    private final Map<Mode, PreparedStatement> changeGrant = new EnumMap<>(Mode.class);
    private final Map<Mode, PreparedStatement> changeShare = new EnumMap<>(Mode.class);
    private final PreparedStatement read;
    private final PreparedStatement show;
    private final PreparedStatement hide;
    private final PreparedStatement limitGrant;
    private final PreparedStatement limitShare;
    private final PreparedStatement putGrant;
    private final PreparedStatement putShare;
    private final PreparedStatement rename;
    private final PreparedStatement deleteGrants;
    private final PreparedStatement deleteShare;
    private final PreparedStatement shares;
    private final PreparedStatement sharesOfOwner;

    GrantStatements(CqlSession session) {
        String grants = GrantTables.GRANTS.name();
        String index = GrantTables.SHARES.name();
        SET.forEach(
                (mode, set) -> {
                    changeGrant.put(
                            mode, prepare(session, "UPDATE " + grants + " SET " + set + ONE_GRANT));
                    changeShare.put(
                            mode,
                            prepare(
                                    session,
                                    "UPDATE " + index + " SET name = ?, " + set + ONE_SHARE));
                });
        read =
                prepare(
                        session,
                        "SELECT identifier, rights, until, shown FROM "
                                + grants
                                + " WHERE mailbox = ?");
        String shown = "UPDATE " + grants + " SET shown = shown %s ? WHERE mailbox = ?";
        show = prepare(session, shown.formatted("+"));
        hide = prepare(session, shown.formatted("-"));
        limitGrant = prepare(session, "UPDATE " + grants + " SET until = ?" + ONE_GRANT);
        limitShare = prepare(session, "UPDATE " + index + " SET until = ?" + ONE_SHARE);
        String put = "rights = rights + ?, until = ?";
        putGrant = prepare(session, "UPDATE " + grants + " SET " + put + ONE_GRANT);
        putShare = prepare(session, "UPDATE " + index + " SET name = ?, " + put + ONE_SHARE);
        rename = prepare(session, "UPDATE " + index + " SET name = ?" + ONE_SHARE);
        deleteGrants = prepare(session, "DELETE FROM " + grants + " WHERE mailbox = ?");
        deleteShare = prepare(session, "DELETE FROM " + index + ONE_SHARE);
        String select =
                "SELECT owner, mailbox, negative, name, rights, until FROM " + index + ONE_BUCKET;
        shares = prepare(session, select);
        sharesOfOwner = prepare(session, select + " AND owner = ?");
    }

    static PreparedStatement prepare(CqlSession session, String cql) {
        return session.prepare(
                SimpleStatement.newInstance(cql)
                        .setConsistencyLevel(DefaultConsistencyLevel.QUORUM)
                        .setIdempotent(true));
    }

    BoundStatement read(String mailboxId) {
        return read.bind(mailboxId);
    }

    /** Two statements and not one batch: at one time, a removal would win over an addition. */
    List<BoundStatement> show(MailboxKey mailbox, Set<Grant> added, Set<Grant> removed) {
        return List.of(
                hide.bind(ShownEntry.texts(removed), mailbox.id()),
                show.bind(ShownEntry.texts(added), mailbox.id()));
    }

    BatchStatement change(NamedMailbox mailbox, GrantChange change) {
        MailboxKey key = mailbox.key();
        Identifier identifier = change.identifier();
        Mode mode = change.change().mode();
        Rights rights = change.change().rights();
        boolean gone = mode == Mode.REPLACE && rights.isEmpty();
        Set<String> letters = letters(rights);
        return logged(
                List.of(
                        changeGrant.get(mode).bind(letters, key.id(), identifier.text()),
                        changeShare
                                .get(mode)
                                .bind(
                                        share(
                                                key,
                                                identifier,
                                                gone ? null : mailbox.name(),
                                                letters))));
    }

    BatchStatement limit(MailboxKey mailbox, Identifier identifier, Instant until) {
        return logged(
                List.of(
                        limitGrant.bind(until, mailbox.id(), identifier.text()),
                        limitShare.bind(share(mailbox, identifier, until))));
    }

    BatchStatement rename(NamedMailbox mailbox, Collection<Identifier> identifiers) {
        return logged(
                identifiers.stream()
                        .map(id -> rename.bind(share(mailbox.key(), id, mailbox.name())))
                        .toList());
    }

    /** Adds rights to an entry and says until when all of it lasts. */
    BatchStatement put(NamedMailbox mailbox, Grant grant, Instant until) {
        Set<String> letters = letters(grant.rights());
        return logged(
                List.of(
                        putGrant.bind(
                                letters, until, mailbox.key().id(), grant.identifier().text()),
                        share(mailbox, grant, until)));
    }

    /** Lists entries of a mailbox under its owner of now, and not under the one before. */
    BatchStatement move(MailboxKey before, NamedMailbox now, Map<Grant, Optional<Instant>> some) {
        return logged(
                some.entrySet().stream()
                        .flatMap(
                                one ->
                                        Stream.of(
                                                deleteShare.bind(
                                                        share(before, one.getKey().identifier())),
                                                share(
                                                        now,
                                                        one.getKey(),
                                                        one.getValue().orElse(null))))
                        .toList());
    }

    private BoundStatement share(NamedMailbox mailbox, Grant grant, Instant until) {
        return putShare.bind(
                share(
                        mailbox.key(),
                        grant.identifier(),
                        mailbox.name(),
                        letters(grant.rights()),
                        until));
    }

    BatchStatement deleteShares(MailboxKey mailbox, Collection<Identifier> identifiers) {
        return logged(
                identifiers.stream().map(id -> deleteShare.bind(share(mailbox, id))).toList());
    }

    /** What is set, then the key of an entry in the view by subject. */
    static Object[] share(MailboxKey mailbox, Identifier identifier, Object... set) {
        ShareScope scope = ShareScope.of(mailbox, identifier.subject());
        return Stream.concat(
                        Stream.of(set),
                        Stream.of(
                                scope.place(),
                                scope.subject().text(),
                                ShareBuckets.of(scope.subject(), mailbox),
                                mailbox.owner(),
                                mailbox.id(),
                                identifier.negative()))
                .toArray();
    }

    BoundStatement deleteGrants(MailboxKey mailbox) {
        return deleteGrants.bind(mailbox.id());
    }

    BoundStatement shares(ShareScope scope, int bucket) {
        return shares.bind(scope.place(), scope.subject().text(), bucket);
    }

    BoundStatement shares(ShareScope scope, int bucket, String owner) {
        return sharesOfOwner.bind(scope.place(), scope.subject().text(), bucket, owner);
    }

    static BatchStatement logged(List<BoundStatement> statements) {
        return BatchStatement.newInstance(BatchType.LOGGED)
                .addAll(statements)
                .setConsistencyLevel(DefaultConsistencyLevel.QUORUM)
                .setIdempotent(true);
    }

    static Set<String> letters(Rights rights) {
        return rights.members().stream()
                .map(right -> String.valueOf(right.letter()))
                .collect(Collectors.toSet());
    }
}
