package org.jamestandem.acceptance.transcripts;

import org.jamestandem.acceptance.ServerForm;

class EmbeddedTranscriptTest extends TranscriptContract {
    @Override
    ServerForm form() {
        return ServerForm.EMBEDDED;
    }
}
