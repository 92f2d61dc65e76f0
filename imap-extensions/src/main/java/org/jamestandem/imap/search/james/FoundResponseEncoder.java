package org.jamestandem.imap.search.james;

import java.io.IOException;
import org.apache.james.imap.api.ImapConstants;
import org.apache.james.imap.encode.ImapResponseComposer;
import org.apache.james.imap.encode.ImapResponseEncoder;

/** Writes {@code * SEARCH 2 84 882} (RFC 3501 §7.2.5). */
public final class FoundResponseEncoder implements ImapResponseEncoder<FoundResponse> {
    @Override
    public Class<FoundResponse> acceptableMessages() {
        return FoundResponse.class;
    }

    @Override
    public void encode(FoundResponse response, ImapResponseComposer composer) throws IOException {
        composer.untagged().commandName(ImapConstants.SEARCH_COMMAND);
        for (long number : response.numbers()) {
            composer.message(number);
        }
        if (response.highestModSeq().isPresent()) {
            composer.openParen().message("MODSEQ").message(response.highestModSeq().get());
            composer.closeParen();
        }
        composer.end();
    }
}
