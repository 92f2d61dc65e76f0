package org.jamestandem.benchmarks.servers;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jamestandem.testkit.james.StockJames;
import org.jamestandem.testkit.james.Tandem;

/** The servers that can be measured, by the word that names them on the command line. */
public final class Targets {
    private static final Map<String, Start> ALL = new LinkedHashMap<>();

    static {
        ALL.put("stock", () -> new JamesTarget("stock", StockJames.alone().start()));
        ALL.put("bundle", () -> new JamesTarget("bundle", StockJames.withBundle().start()));
        ALL.put("embedded", () -> new JamesTarget("embedded", embedded()));
        ALL.put(
                "stock-cassandra",
                () ->
                        CassandraTarget.start(
                                "stock-cassandra",
                                cassandra -> StockJames.alone().on(cassandra).start()));
        ALL.put(
                "cassandra",
                () ->
                        CassandraTarget.start(
                                "cassandra",
                                cassandra -> Tandem.on(cassandra).options("--no-samples").start()));
        ALL.put("dovecot", DovecotTarget::start);
        ALL.put("dovecot-acl", DovecotTarget::startWithSharing);
        ALL.put("cyrus", CyrusTarget::start);
    }

    private Targets() {}

    private interface Start {
        Target start() throws IOException;
    }

    /** The words, in the order of the documentation. */
    public static Set<String> names() {
        return ALL.keySet();
    }

    /**
     * Whether it can be started: a known word, or the address of a server that runs already.
     *
     * @throws IllegalArgumentException naming what is possible
     */
    public static void check(String text) {
        if (!ALL.containsKey(text) && !RunningTarget.isOne(text)) {
            throw new IllegalArgumentException(
                    "no target '%s'; there are %s, and NAME=HOST:IMAP:POP3:USERS:PASSWORD"
                            .formatted(text, ALL.keySet()));
        }
    }

    /** Starts it and waits until it serves. */
    public static Target start(String text) throws IOException {
        check(text);
        return RunningTarget.isOne(text) ? RunningTarget.of(text) : ALL.get(text).start();
    }

    private static Tandem embedded() {
        return Tandem.embedded().options("--no-samples").start();
    }
}
