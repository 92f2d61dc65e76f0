package org.jamestandem.testkit.transcript;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The transcripts below one folder; its {@code mail} folder holds the messages they name. */
public final class Transcripts {
    private final Path root;

    private Transcripts(Path root) {
        this.root = root;
    }

    /** Transcripts and messages below this folder. */
    public static Transcripts in(Path root) {
        return new Transcripts(root);
    }

    /**
     * All transcripts, ordered by path.
     *
     * @throws TranscriptSyntaxException for the first one that cannot be read
     */
    public List<Transcript> all() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            List<Path> texts =
                    files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
            return texts.stream().map(this::read).toList();
        }
    }

    Path message(String name) {
        return root.resolve("mail").resolve(name);
    }

    /** Reads one file below the folder. */
    public Transcript read(Path file) {
        try {
            return TranscriptParser.parse(file, protocolOf(file), Files.readString(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Protocol protocolOf(Path file) {
        return StreamSupport.stream(root.relativize(file).spliterator(), false)
                .map(folder -> Protocol.named(folder.toString()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(
                        () ->
                                new TranscriptSyntaxException(
                                        file, 0, "must lie in a folder named after a protocol"));
    }
}
