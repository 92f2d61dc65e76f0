package org.jamestandem.distribution.cassandra.session;

import com.google.inject.Inject;
import org.apache.james.backends.cassandra.versions.CassandraSchemaVersionManager;
import org.apache.james.lifecycle.api.StartUpCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Refuses a schema that this James does not know, or does not know any more. */
final class SchemaVersionCheck implements StartUpCheck {
    private static final Logger LOGGER = LoggerFactory.getLogger(SchemaVersionCheck.class);
    private static final String NAME = "cassandra-schema-version";

    private final CassandraSchemaVersionManager versions;

    @Inject
    SchemaVersionCheck(CassandraSchemaVersionManager versions) {
        this.versions = versions;
    }

    @Override
    public CheckResult check() {
        int version = versions.computeVersion().block().getValue();
        int oldest = versions.getMinimumSupportedVersion().getValue();
        int newest = versions.getMaximumSupportedVersion().getValue();
        return switch (versions.computeSchemaState()) {
            case UP_TO_DATE -> good();
            case UPGRADABLE -> {
                LOGGER.warn(
                        "the Cassandra schema is of version {} and works, more slowly; upgrade it"
                                + " with POST /cassandra/version/upgrade/latest in webadmin",
                        version);
                yield good();
            }
            case TOO_OLD ->
                    bad(
                            "the Cassandra schema is of version %d, and this server needs at least %d: start"
                                            .formatted(version, oldest)
                                    + " the James that made it, upgrade the schema there with POST"
                                    + " /cassandra/version/upgrade/latest, then start this one");
            case TOO_RECENT ->
                    bad(
                            "the Cassandra schema is of version %d, and this server knows versions up to %d:"
                                            .formatted(version, newest)
                                    + " a newer James has used the keyspace; start that one, or go"
                                    + " back to a backup that was made before");
        };
    }

    @Override
    public String checkName() {
        return NAME;
    }

    private static CheckResult good() {
        return CheckResult.builder().checkName(NAME).resultType(ResultType.GOOD).build();
    }

    private static CheckResult bad(String description) {
        return CheckResult.builder()
                .checkName(NAME)
                .resultType(ResultType.BAD)
                .description(description)
                .build();
    }
}
