package org.jamestandem.imap.search.james;

import java.io.IOException;
import org.apache.james.imap.encode.ImapResponseComposer;
import org.apache.james.imap.encode.ImapResponseEncoder;

/** Writes {@code * ESEARCH (TAG "a1") UID COUNT 3 ALL 4:6} (RFC 4466 §2.6.2). */
public final class ExtendedResponseEncoder implements ImapResponseEncoder<ExtendedResponse> {
    @Override
    public Class<ExtendedResponse> acceptableMessages() {
        return ExtendedResponse.class;
    }

    @Override
    public void encode(ExtendedResponse response, ImapResponseComposer composer)
            throws IOException {
        composer.untagged().message("ESEARCH");
        composer.openParen().message("TAG").quote(response.tag());
        if (response.mailbox().isPresent()) {
            ExtendedResponse.Place place = response.mailbox().get();
            composer.message("MAILBOX").mailbox(place.name());
            composer.message("UIDVALIDITY").message(place.uidValidity());
        }
        composer.closeParen();
        if (response.uids()) {
            composer.message("UID");
        }
        for (ExtendedResponse.Item item : response.items()) {
            composer.message(item.name()).message(item.value());
        }
        composer.end();
    }
}
