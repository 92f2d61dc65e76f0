package org.jamestandem.acceptance.transcripts;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jamestandem.acceptance.ServerForm;
import org.jamestandem.testkit.james.James;
import org.jamestandem.testkit.transcript.Transcript;
import org.jamestandem.testkit.transcript.TranscriptRunner;
import org.jamestandem.testkit.transcript.Transcripts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Every transcript below {@code src/test/resources/transcripts} on one form of the server, started
 * once. The system property {@code transcript} keeps those whose path contains it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TranscriptContract {
    private static final Path FOLDER = ServerForm.transcripts();

    private James james;

    abstract ServerForm form();

    @BeforeAll
    void start() {
        james = form().start();
    }

    @AfterAll
    void stop() {
        if (james != null) {
            james.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> transcripts() {
        Transcripts transcripts = Transcripts.in(FOLDER);
        TranscriptRunner runner =
                new TranscriptRunner(transcripts, new JamesUnderTranscript(form().word(), james));
        return all(transcripts)
                .filter(transcript -> transcript.isFor(form().word()))
                .filter(
                        transcript ->
                                name(transcript).contains(System.getProperty("transcript", "")))
                .map(
                        transcript ->
                                dynamicTest(
                                        name(transcript),
                                        transcript.file().toUri(),
                                        () -> runner.run(transcript)));
    }

    private static Stream<Transcript> all(Transcripts transcripts) {
        try {
            return transcripts.all().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Transcript transcript) {
        return FOLDER.relativize(transcript.file()).toString();
    }
}
