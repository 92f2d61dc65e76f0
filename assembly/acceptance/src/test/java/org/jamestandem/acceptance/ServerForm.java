package org.jamestandem.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jamestandem.testkit.ProjectFiles;
import org.jamestandem.testkit.james.James;
import org.jamestandem.testkit.james.StockJames;
import org.jamestandem.testkit.james.Tandem;
import org.jamestandem.testkit.servers.CassandraServer;

/**
 * The forms in which people run Tandem, for tests that hold for all of them. Each has the users of
 * {@code classic.example} and {@code hide.example} under the policy their domain is named after.
 */
public final class ServerForm {
    /** An unmodified James with our jar dropped in. */
    public static final ServerForm STOCK =
            new ServerForm("stock", () -> onStock(StockJames.withBundle()));

    /** Our distribution with everything in memory. */
    public static final ServerForm EMBEDDED =
            new ServerForm("embedded", () -> distribution(Tandem.embedded()));

    private final String word;
    private final Supplier<James> starter;

    private ServerForm(String word, Supplier<James> starter) {
        this.word = word;
        this.starter = starter;
    }

    /** An unmodified James on Cassandra with our jar dropped in. */
    public static ServerForm stockOn(CassandraServer cassandra) {
        return new ServerForm(
                "stock-cassandra", () -> onStock(StockJames.withBundle().on(cassandra)));
    }

    /** Our distribution on Cassandra. */
    public static ServerForm distributionOn(CassandraServer cassandra) {
        return new ServerForm("cassandra", () -> distribution(Tandem.on(cassandra)));
    }

    /** What transcripts call it. */
    public String word() {
        return word;
    }

    /** Starts one and waits until it serves. */
    public James start() {
        return starter.get();
    }

    private static James onStock(StockJames.Builder builder) {
        return builder.configuration("tandem.xml", tandemXml()).start();
    }

    private static James distribution(Tandem.Builder builder) {
        return builder.options("--no-samples").configuration("tandem.xml", tandemXml()).start();
    }

    /** Transcripts and what belongs to them. */
    public static Path transcripts() {
        return ProjectFiles.root().resolve("assembly/acceptance/src/test/resources/transcripts");
    }

    private static String tandemXml() {
        try {
            return Files.readString(transcripts().resolve("tandem.xml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
