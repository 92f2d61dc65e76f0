package org.jamestandem.distribution.cassandra;

import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverExecutionProfile;
import com.datastax.oss.driver.api.core.context.DriverContext;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.Statement;
import com.datastax.oss.driver.api.core.metadata.Node;
import com.datastax.oss.driver.api.core.session.Request;
import com.datastax.oss.driver.api.core.tracker.RequestTracker;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/** Counts what a driver sends, of every session that names this class as its request tracker. */
public final class RequestCount implements RequestTracker {
    private static final AtomicInteger ALL = new AtomicInteger();
    private static final AtomicInteger TRANSACTIONS = new AtomicInteger();
    private static final Queue<String> QUERIES = new ConcurrentLinkedQueue<>();

    private static final List<String> TIMERS =
            List.of(
                    "SELECT owner FROM tandem_pop3_due",
                    "SELECT due, shard FROM tandem_held_parts");

    /** Made by the driver. */
    public RequestCount(DriverContext context) {}

    /**
     * What was sent since a moment.
     *
     * @param transactions of them lightweight transactions: conditional writes and serial reads
     * @param queries the statements themselves
     */
    record Sent(int requests, int transactions, List<String> queries) {}

    /** Counts while something is done and until nothing follows any more. */
    static Sent during(Action action) throws Exception {
        ALL.set(0);
        TRANSACTIONS.set(0);
        QUERIES.clear();
        action.run();
        settle();
        return new Sent(ALL.get(), TRANSACTIONS.get(), List.copyOf(QUERIES));
    }

    interface Action {
        void run() throws Exception;
    }

    /** Waits until nothing is sent any more. */
    static void settle() {
        AtomicInteger last = new AtomicInteger(-1);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> last.getAndSet(ALL.get()) == ALL.get());
    }

    @Override
    public void onSuccess(
            Request request,
            long latencyNanos,
            DriverExecutionProfile profile,
            Node node,
            String logPrefix) {
        if (request instanceof Statement && !isTimer(request)) {
            ALL.incrementAndGet();
            QUERIES.add(query(request));
            if (isConditional(request) || isSerial(profile)) {
                TRANSACTIONS.incrementAndGet();
            }
        }
    }

    /** The sweeper and the digests look now and then what is due, whoever does what meanwhile. */
    private static boolean isTimer(Request request) {
        String query = query(request);
        return TIMERS.stream().anyMatch(query::startsWith);
    }

    private static boolean isConditional(Request request) {
        return query(request).contains(" IF ");
    }

    private static String query(Request request) {
        return request instanceof BoundStatement statement
                ? statement.getPreparedStatement().getQuery()
                : request.getClass().getSimpleName();
    }

    private static boolean isSerial(DriverExecutionProfile profile) {
        return profile.getString(DefaultDriverOption.REQUEST_CONSISTENCY).equals("SERIAL");
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
