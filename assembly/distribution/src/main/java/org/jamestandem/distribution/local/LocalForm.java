package org.jamestandem.distribution.local;

import com.google.inject.Module;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.jamestandem.distribution.cassandra.session.SessionModule;
import org.jamestandem.distribution.configuration.ServerConfiguration;
import org.jamestandem.distribution.mailbox.ParallelMailboxes;
import org.jamestandem.distribution.server.Backing;
import org.jamestandem.distribution.server.Form;
import org.jamestandem.distribution.single.SingleNode;

/** One machine that keeps its mail: Cassandra runs as a child of the server. */
public final class LocalForm implements Form {
    private static final int JAMES_BESIDE_HEAP = 250;

    @Override
    public String word() {
        return "local";
    }

    @Override
    public String place() {
        return "in the data folder";
    }

    @Override
    public boolean keepsMail() {
        return true;
    }

    @Override
    public Module storage(ServerConfiguration configuration) {
        return ParallelMailboxes.over(
                SingleNode.on(new SessionModule(configuration.folders().conf())));
    }

    /** Memory of each part is bounded by its JVM's options, told to the operator here. */
    @Override
    public Backing open(ServerConfiguration configuration, Consumer<String> progress)
            throws IOException {
        Path data = configuration.folders().data();
        Path home = configuration.folders().home();
        progress.accept(
                "Starting Cassandra on this machine; memory at most: Cassandra %d MB, James %d MB\n"
                        .formatted(
                                CassandraChild.MEGABYTES,
                                JAMES_BESIDE_HEAP
                                        + Runtime.getRuntime().maxMemory() / (1024 * 1024)));
        Children children = new Children();
        try {
            CassandraChild cassandra =
                    children.add(CassandraChild.start(ServerJars.of(home, "cassandra"), data));
            cassandra.awaitService();
            children.endWithTheFirst();
            return new LocalBacking(children, configuration.with(overlay(cassandra)));
        } catch (IOException | RuntimeException e) {
            children.close();
            throw e;
        }
    }

    /** Where the children listen, for James' own files. */
    private static Map<String, Map<String, String>> overlay(CassandraChild cassandra) {
        return Map.of(
                "cassandra",
                Map.of(
                        "cassandra.nodes", "127.0.0.1:" + cassandra.port(),
                        "cassandra.local.dc", "datacenter1",
                        "cassandra.keyspace.create", "true",
                        "cassandra.replication.factor", "1"));
    }

    private record LocalBacking(Children children, ServerConfiguration configuration)
            implements Backing {
        @Override
        public void close() {
            children.close();
        }
    }
}
