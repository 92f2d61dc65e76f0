package org.jamestandem.imap.sort.james;

import java.io.IOException;
import org.apache.james.imap.encode.ImapResponseComposer;
import org.apache.james.imap.encode.ImapResponseEncoder;

/** Writes {@code * SORT 2 84 882} (RFC 5256 §4). */
public final class SortResponseEncoder implements ImapResponseEncoder<SortResponse> {
    @Override
    public Class<SortResponse> acceptableMessages() {
        return SortResponse.class;
    }

    @Override
    public void encode(SortResponse response, ImapResponseComposer composer) throws IOException {
        composer.untagged().commandName(SortRequest.COMMAND);
        for (long number : response.numbers()) {
            composer.message(number);
        }
        if (response.highestModSeq().isPresent()) {
            composer.openParen();
            composer.message("MODSEQ");
            composer.message(response.highestModSeq().get().asLong());
            composer.closeParen();
        }
        composer.end();
    }
}
