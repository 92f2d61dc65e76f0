package org.jamestandem.distribution.cassandra.session;

import com.google.inject.Inject;
import org.apache.james.lifecycle.api.StartUpCheck;
import org.jamestandem.distribution.cassandra.BlobStrategy;

/**
 * Refuses to store message contents in another way than the first start did: without deduplication
 * a deleted copy takes its content along, which with deduplication other messages share.
 */
final class BlobStrategyCheck implements StartUpCheck {
    private static final String NAME = "blob-strategy";

    private final BlobStrategy strategy;
    private final SchemaState state;

    @Inject
    BlobStrategyCheck(BlobStrategy strategy, SchemaState state) {
        this.strategy = strategy;
        this.state = state;
    }

    @Override
    public CheckResult check() {
        state.create();
        boolean first = state.blobsStoredOnce(strategy.once());
        if (first == strategy.once()) {
            return CheckResult.builder().checkName(NAME).resultType(ResultType.GOOD).build();
        }
        return CheckResult.builder()
                .checkName(NAME)
                .resultType(ResultType.BAD)
                .description(
                        ("blob.properties: deduplication.enable = '%s', and this keyspace was"
                             + " filled with deduplication.enable=%s; mail would be lost. Set it"
                             + " back to %s")
                                .formatted(strategy.once(), first, first))
                .build();
    }

    @Override
    public String checkName() {
        return NAME;
    }
}
