package org.jamestandem.distribution.mailbox;

import com.datastax.oss.driver.api.core.config.DriverExecutionProfile;
import com.datastax.oss.driver.api.core.context.DriverContext;
import com.datastax.oss.driver.api.core.metadata.Node;
import com.datastax.oss.driver.api.core.session.Request;
import com.datastax.oss.driver.api.core.tracker.RequestTracker;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what a composition asks of Cassandra; the driver makes it by its name. */
public final class CountedRequests implements RequestTracker {
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** As the driver calls it. */
    public CountedRequests(DriverContext context) {}

    static int soFar() {
        return COUNT.get();
    }

    @Override
    public void onNodeSuccess(
            Request request,
            long latencyNanos,
            DriverExecutionProfile profile,
            Node node,
            String logPrefix) {
        COUNT.incrementAndGet();
    }

    @Override
    public void close() {}
}
