package org.jamestandem.acceptance.transcripts;

import org.jamestandem.acceptance.ServerForm;

class StockTranscriptTest extends TranscriptContract {
    @Override
    ServerForm form() {
        return ServerForm.STOCK;
    }
}
