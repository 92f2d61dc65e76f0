package org.jamestandem.imap.thread.james;

import java.io.IOException;
import org.apache.james.imap.encode.ImapResponseComposer;
import org.apache.james.imap.encode.ImapResponseEncoder;

/** Writes {@code * THREAD (2)(3 6 (4 23)(44 7 96))} (RFC 5256 §4). */
public final class ThreadResponseEncoder implements ImapResponseEncoder<ThreadResponse> {
    @Override
    public Class<ThreadResponse> acceptableMessages() {
        return ThreadResponse.class;
    }

    @Override
    public void encode(ThreadResponse response, ImapResponseComposer composer) throws IOException {
        composer.untagged().commandName(ThreadRequest.COMMAND);
        if (!response.threads().isEmpty()) {
            composer.message(response.threads());
        }
        composer.end();
    }
}
