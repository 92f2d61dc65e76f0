package org.jamestandem.imap.acl.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import org.jamestandem.kernel.state.cassandra.CassandraTable;

/**
 * Two views of the same entries: by mailbox, and by whom they are about. The second is spread over
 * buckets, so that {@code anyone} in a large domain does not make one large partition, and names
 * the mailbox, so that a listing needs nothing else.
 */
final class GrantTables {
    static final CassandraTable GRANTS =
            new CassandraTable(
                    "tandem_acl_grants",
                    """
                    mailbox text, identifier text, rights set<text>, until timestamp,
                    shown set<text> static,
                    PRIMARY KEY (mailbox, identifier)\
                    """,
                    "");

    static final CassandraTable SHARES =
            new CassandraTable(
                    "tandem_acl_shares",
                    """
                    place text, subject text, bucket int, owner text, mailbox text,
                    negative boolean, name text, rights set<text>, until timestamp,
                    PRIMARY KEY ((place, subject, bucket), owner, mailbox, negative)\
                    """,
                    "");

    private GrantTables() {}

    static void create(CqlSession session) {
        GRANTS.create(session);
        SHARES.create(session);
    }
}
