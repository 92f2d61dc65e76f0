package org.jamestandem.distribution.deadletters.cassandra;

import org.jamestandem.kernel.state.cassandra.CassandraTable;

/**
 * A partition holds what failed in one group on one day (UTC), so that neither a bad week nor the
 * tombstones of its replay make one partition too large. The index says which partitions there are.
 */
final class DeadLetterTables {
    static final CassandraTable LETTERS =
            new CassandraTable(
                    "tandem_dead_letters",
                    "listener text, day date, id timeuuid, event text,"
                            + " PRIMARY KEY ((listener, day), id)",
                    "");

    static final CassandraTable DAYS =
            new CassandraTable(
                    "tandem_dead_letter_days",
                    "part tinyint, listener text, day date, PRIMARY KEY ((part), listener, day)",
                    "");

    private DeadLetterTables() {}
}
