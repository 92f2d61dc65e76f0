package org.jamestandem.imap.acl.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import org.jamestandem.kernel.state.cassandra.CassandraTable;

/**
 * Two views of the same entries: by mailbox, and by whom they are about. The second is spread over
 * buckets, so that {@code anyone} in a large domain does not make one large partition.
 */
final class GrantTables {
    static final CassandraTable GRANTS =
            new CassandraTable(
                    "tandem_acl_grants",
                    """
                    mailbox text, identifier text, rights set<text>,
                    shown set<text> static,
                    PRIMARY KEY (mailbox, identifier)\
                    """,
                    "");

    static final CassandraTable SHARES =
            new CassandraTable(
                    "tandem_acl_shares",
                    """
                    domain text, identifier text, bucket int, owner text, mailbox text,
                    rights set<text>,
                    PRIMARY KEY ((domain, identifier, bucket), owner, mailbox)\
                    """,
                    "");

    private GrantTables() {}

    static void create(CqlSession session) {
        GRANTS.create(session);
        SHARES.create(session);
    }
}
