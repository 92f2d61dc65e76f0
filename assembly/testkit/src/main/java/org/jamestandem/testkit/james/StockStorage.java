package org.jamestandem.testkit.james;

import java.nio.file.Path;
import org.jamestandem.testkit.ProjectFiles;

/** Where a stock James keeps mail, and what the build has made to run it. */
enum StockStorage {
    MEMORY("memory") {
        @Override
        String classPath() {
            return classes("servers/stock-james") + ":" + libraries("servers/stock-james");
        }

        @Override
        String mainClass() {
            return "org.jamestandem.servers.james.StockJamesMain";
        }
    },

    /** Of the distribution only its classes: the composition runs, the rest lies idle. */
    CASSANDRA("cassandra") {
        @Override
        String classPath() {
            return String.join(
                    ":",
                    classes("servers/stock-james-cassandra"),
                    classes("servers/stock-james"),
                    classes("distribution"),
                    libraries("servers/stock-james-cassandra"));
        }

        @Override
        String mainClass() {
            return "org.jamestandem.servers.james.cassandra.StockJamesOnCassandraMain";
        }
    };

    private final String repositories;

    StockStorage(String repositories) {
        this.repositories = repositories;
    }

    abstract String classPath();

    abstract String mainClass();

    /** The protocol of its mail repositories. */
    String repositories() {
        return repositories;
    }

    private static String classes(String module) {
        return target(module).resolve("classes").toString();
    }

    private static String libraries(String module) {
        return target(module).resolve("lib") + "/*";
    }

    private static Path target(String module) {
        return ProjectFiles.root().resolve("assembly").resolve(module).resolve("target");
    }
}
