package org.jamestandem.imap.search.james;

import java.io.IOException;
import org.apache.james.imap.encode.ImapResponseComposer;
import org.apache.james.imap.encode.ImapResponseEncoder;

/** Writes {@code a1 NO [INUSE] SEARCH failed. ...}. */
public final class UnansweredEncoder implements ImapResponseEncoder<Unanswered> {
    @Override
    public Class<Unanswered> acceptableMessages() {
        return Unanswered.class;
    }

    @Override
    public void encode(Unanswered answer, ImapResponseComposer composer) throws IOException {
        composer.tag(answer.request().getTag())
                .message("NO")
                .message("[" + answer.code() + "]")
                .commandName(answer.request().getCommand())
                .message("failed.")
                .message(answer.text())
                .end();
    }
}
