package org.jamestandem.testkit.transcript;

/**
 * Runs transcripts against one server. Each run has users of its own, so runs do not disturb each
 * other.
 */
public final class TranscriptRunner {
    private final Transcripts transcripts;
    private final TranscriptServer server;

    public TranscriptRunner(Transcripts transcripts, TranscriptServer server) {
        this.transcripts = transcripts;
        this.server = server;
    }

    /**
     * Runs one transcript.
     *
     * @throws AssertionError when the server answers otherwise; with file, line and the whole
     *     dialogue
     */
    public void run(Transcript transcript) {
        try (TranscriptRun run = new TranscriptRun(transcript, transcripts, server)) {
            run.play();
        }
    }
}
