package org.jamestandem.imap.acl.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DefaultConsistencyLevel;
import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchType;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jamestandem.imap.acl.Grant;
import org.jamestandem.imap.acl.GrantChange;
import org.jamestandem.imap.acl.Identifier;
import org.jamestandem.imap.acl.MailboxKey;
import org.jamestandem.imap.acl.Rights;
import org.jamestandem.imap.acl.RightsChange.Mode;
import org.jamestandem.imap.acl.ShareScope;

/** The statements of {@link CassandraGrantStore}, all at QUORUM and safe to repeat. */
final class GrantStatements {
    private static final Map<Mode, String> SET =
            Map.of(
                    Mode.REPLACE, "rights = ?",
                    Mode.ADD, "rights = rights + ?",
                    Mode.REMOVE, "rights = rights - ?");
    private static final String ONE_GRANT = " WHERE mailbox = ? AND identifier = ?";
    private static final String ONE_BUCKET = " WHERE domain = ? AND identifier = ? AND bucket = ?";
    private static final String ONE_SHARE = ONE_BUCKET + " AND owner = ? AND mailbox = ?";

    private final Map<Mode, PreparedStatement> changeGrant = new EnumMap<>(Mode.class);
    private final Map<Mode, PreparedStatement> changeShare = new EnumMap<>(Mode.class);
    private final PreparedStatement read;
    private final PreparedStatement show;
    private final PreparedStatement hide;
    private final PreparedStatement deleteGrants;
    private final PreparedStatement deleteShare;
    private final PreparedStatement shares;

    GrantStatements(CqlSession session) {
        String grants = GrantTables.GRANTS.name();
        String byIdentifier = GrantTables.SHARES.name();
        SET.forEach(
                (mode, set) -> {
                    changeGrant.put(
                            mode, prepare(session, "UPDATE " + grants + " SET " + set + ONE_GRANT));
                    changeShare.put(
                            mode,
                            prepare(session, "UPDATE " + byIdentifier + " SET " + set + ONE_SHARE));
                });
        read =
                prepare(
                        session,
                        "SELECT identifier, rights, shown FROM " + grants + " WHERE mailbox = ?");
        String shown = "UPDATE " + grants + " SET shown = shown %s ? WHERE mailbox = ?";
        show = prepare(session, shown.formatted("+"));
        hide = prepare(session, shown.formatted("-"));
        deleteGrants = prepare(session, "DELETE FROM " + grants + " WHERE mailbox = ?");
        deleteShare = prepare(session, "DELETE FROM " + byIdentifier + ONE_SHARE);
        shares =
                prepare(session, "SELECT owner, mailbox, rights FROM " + byIdentifier + ONE_BUCKET);
    }

    private static PreparedStatement prepare(CqlSession session, String cql) {
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

    BatchStatement change(MailboxKey mailbox, GrantChange change) {
        Identifier identifier = change.identifier();
        ShareScope scope = ShareScope.of(mailbox, identifier);
        Mode mode = change.change().mode();
        Set<String> letters = letters(change.change().rights());
        return logged(
                List.of(
                        changeGrant.get(mode).bind(letters, mailbox.id(), identifier.text()),
                        changeShare
                                .get(mode)
                                .bind(
                                        letters,
                                        scope.domain(),
                                        identifier.text(),
                                        ShareBuckets.of(identifier, mailbox),
                                        mailbox.owner(),
                                        mailbox.id())));
    }

    BatchStatement deleteShares(MailboxKey mailbox, Collection<Identifier> identifiers) {
        return logged(
                identifiers.stream().map(identifier -> deleteShare(mailbox, identifier)).toList());
    }

    private BoundStatement deleteShare(MailboxKey mailbox, Identifier identifier) {
        return deleteShare.bind(
                ShareScope.of(mailbox, identifier).domain(),
                identifier.text(),
                ShareBuckets.of(identifier, mailbox),
                mailbox.owner(),
                mailbox.id());
    }

    BoundStatement deleteGrants(MailboxKey mailbox) {
        return deleteGrants.bind(mailbox.id());
    }

    BoundStatement shares(ShareScope scope, int bucket) {
        return shares.bind(scope.domain(), scope.identifier().text(), bucket);
    }

    private static BatchStatement logged(List<BoundStatement> statements) {
        return BatchStatement.newInstance(BatchType.LOGGED)
                .addAll(statements)
                .setConsistencyLevel(DefaultConsistencyLevel.QUORUM)
                .setIdempotent(true);
    }

    private static Set<String> letters(Rights rights) {
        return rights.members().stream()
                .map(right -> String.valueOf(right.letter()))
                .collect(Collectors.toSet());
    }
}
