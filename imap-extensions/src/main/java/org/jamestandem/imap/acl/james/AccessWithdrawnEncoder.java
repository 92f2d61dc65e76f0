package org.jamestandem.imap.acl.james;

import java.io.IOException;
import org.apache.james.imap.encode.ImapResponseComposer;
import org.apache.james.imap.encode.ImapResponseEncoder;

/** Writes an {@link AccessWithdrawn}. */
public final class AccessWithdrawnEncoder implements ImapResponseEncoder<AccessWithdrawn> {
    @Override
    public Class<AccessWithdrawn> acceptableMessages() {
        return AccessWithdrawn.class;
    }

    @Override
    public void encode(AccessWithdrawn response, ImapResponseComposer composer) throws IOException {
        composer.untagged()
                .message("NO")
                .message("[NOPERM]")
                .message("You may not read this mailbox any more.")
                .end();
    }
}
