package org.jamestandem.servers.opensearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.opensearch.analysis.common.CommonAnalysisPlugin;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.index.reindex.ReindexPlugin;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.transport.Netty4Plugin;

/**
 * One OpenSearch node with the modules that Tandem uses.
 *
 * <p>Argument: the node's home; its settings are read from {@code config/opensearch.yml} there. TERM stops it.
 */
public final class OpenSearchMain {
    private OpenSearchMain() {}

    public static void main(String[] args) throws Exception {
        if (args.length != 1) {
            System.err.println("usage: OpenSearchMain HOME   (with HOME/config/opensearch.yml)");
            System.exit(64);
        }
        TandemNode node = new TandemNode(environment(Path.of(args[0]).toAbsolutePath()));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node), "stop"));
        node.start();
        keepRunning();
    }

    /** The node's own threads are daemons. */
    private static void keepRunning() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    private static Environment environment(Path home) {
        Settings settings = Settings.builder().put(Environment.PATH_HOME_SETTING.getKey(), home).build();
        return InternalSettingsPreparer.prepareEnvironment(
                settings, Map.of(), home.resolve("config"), () -> "tandem");
    }

    private static void close(Node node) {
        try {
            node.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class TandemNode extends Node {
        TandemNode(Environment environment) {
            super(
                    environment,
                    List.of(Netty4Plugin.class, CommonAnalysisPlugin.class, ReindexPlugin.class),
                    true);
        }
    }
}
