package org.jamestandem.testkit.transcript;

import java.nio.file.Path;

/** A transcript that cannot be read; the message names file and line. */
public class TranscriptSyntaxException extends RuntimeException {
    TranscriptSyntaxException(Path file, int line, String message) {
        super(file + ":" + line + ": " + message);
    }
}
