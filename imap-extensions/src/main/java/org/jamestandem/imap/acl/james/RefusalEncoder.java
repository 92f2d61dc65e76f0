package org.jamestandem.imap.acl.james;

import java.io.IOException;
import org.apache.james.imap.encode.ImapResponseComposer;
import org.apache.james.imap.encode.ImapResponseEncoder;

/** Writes a {@link Refusal}. */
public final class RefusalEncoder implements ImapResponseEncoder<Refusal> {
    @Override
    public Class<Refusal> acceptableMessages() {
        return Refusal.class;
    }

    @Override
    public void encode(Refusal refusal, ImapResponseComposer composer) throws IOException {
        composer.tag(refusal.request().getTag())
                .message("NO")
                .message("[" + refusal.code() + "]")
                .commandName(refusal.request().getCommand())
                .message(refusal.text())
                .end();
    }
}
