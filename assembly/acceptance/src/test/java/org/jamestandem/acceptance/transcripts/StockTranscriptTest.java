package org.jamestandem.acceptance.transcripts;

import org.jamestandem.testkit.james.James;
import org.jamestandem.testkit.james.StockJames;

/** The transcripts on an unmodified James with our jar dropped in. */
class StockTranscriptTest extends TranscriptContract {
    @Override
    String form() {
        return "stock";
    }

    @Override
    James start(String tandemXml) {
        return StockJames.withBundle().configuration("tandem.xml", tandemXml).start();
    }
}
