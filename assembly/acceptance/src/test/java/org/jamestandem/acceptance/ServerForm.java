package org.jamestandem.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jamestandem.testkit.ProjectFiles;
import org.jamestandem.testkit.james.James;
import org.jamestandem.testkit.james.StockJames;
import org.jamestandem.testkit.james.Tandem;

/**
 * The forms in which people run Tandem, for tests that hold for all of them. Each has the users of
 * {@code classic.example} and {@code hide.example} under the policy their domain is named after.
 */
public enum ServerForm {
    /** An unmodified James with our jar dropped in. */
    STOCK("stock") {
        @Override
        public James start() {
            return StockJames.withBundle().configuration("tandem.xml", tandemXml()).start();
        }
    },

    /** Our distribution with everything in memory. */
    EMBEDDED("embedded") {
        @Override
        public James start() {
            return Tandem.embedded()
                    .options("--no-samples")
                    .configuration("tandem.xml", tandemXml())
                    .start();
        }
    };

    private final String word;

    ServerForm(String word) {
        this.word = word;
    }

    /** What transcripts call it. */
    public String word() {
        return word;
    }

    /** Starts one and waits until it serves. */
    public abstract James start();

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
