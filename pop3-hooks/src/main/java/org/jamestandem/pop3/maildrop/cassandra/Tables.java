package org.jamestandem.pop3.maildrop.cassandra;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Our tables. Each is given an id made from keyspace and name, so that nodes which create it at the
 * same moment create one and the same.
 */
final class Tables {
    static final String HIDDEN = "tandem_pop3_hidden";
    static final String TAKEN = "tandem_pop3_taken";
    static final String ALIASES = "tandem_pop3_aliases";
    static final String FIRST_OPENINGS = "tandem_pop3_first_openings";
    static final String INTENTS = "tandem_pop3_intents";
    static final String FOLDERS = "tandem_pop3_folders";
    static final String LEASES = "tandem_pop3_leases";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /**
     * A deleted intent may come back after this without harm, since doing it again has no effect.
     */
    private static final String SHORT_GRACE = "gc_grace_seconds = 3600";

    private static final String DEFAULT_GRACE = "gc_grace_seconds = 864000";

    private static final String MARKS =
            "(owner text, device text, message text, since timestamp, written_from bigint static,"
                    + " PRIMARY KEY ((owner, device), message))";

    private static final Map<String, String> COLUMNS =
            Map.of(
                    HIDDEN,
                    MARKS,
                    TAKEN,
                    MARKS,
                    ALIASES,
                    "(owner text, opening uuid, message text, unique_id text,"
                            + " PRIMARY KEY ((owner, opening), message))",
                    FIRST_OPENINGS,
                    "(owner text PRIMARY KEY, opening uuid)",
                    FOLDERS,
                    "(folder text, uid bigint, ascii bigint, utf8 bigint,"
                            + " measured bigint static, lowest bigint static,"
                            + " highest bigint static, seen_at timestamp static,"
                            + " read_whole_at timestamp static, PRIMARY KEY ((folder), uid))",
                    LEASES,
                    "(owner text, device text, purpose text, holder uuid,"
                            + " PRIMARY KEY ((owner, device), purpose))",
                    INTENTS,
                    "(owner text, intent uuid, part int, parts int, device text,"
                            + " recorded_at timestamp, folders frozen<list<text>>,"
                            + " disposition text,"
                            + " messages frozen<list<text>>, PRIMARY KEY ((owner), intent, part))");

    private Tables() {}

    /** Creates what is missing in the keyspace that {@code session} uses. */
    static void create(CqlSession session) {
        CqlIdentifier keyspace =
                session.getKeyspace()
                        .orElseThrow(() -> new IllegalStateException("a session of no keyspace"));
        new TreeMap<>(COLUMNS)
                .forEach(
                        (table, columns) -> {
                            if (!exists(session, keyspace, table)) {
                                session.execute(creation(keyspace, table, columns));
                            }
                        });
    }

    private static boolean exists(CqlSession session, CqlIdentifier keyspace, String table) {
        return session.getMetadata()
                .getKeyspace(keyspace)
                .flatMap(known -> known.getTable(table))
                .isPresent();
    }

    private static SimpleStatement creation(CqlIdentifier keyspace, String table, String columns) {
        String place = keyspace.asInternal() + "." + table;
        UUID id = UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8));
        String grace = table.equals(INTENTS) ? SHORT_GRACE : DEFAULT_GRACE;
        return SimpleStatement.builder(
                        "CREATE TABLE IF NOT EXISTS %s.%s %s WITH id = %s AND %s"
                                .formatted(keyspace.asCql(true), table, columns, id, grace))
                .setTimeout(PATIENCE)
                .build();
    }
}
