package org.jamestandem.imap.acl.james;

import java.io.IOException;
import org.apache.james.imap.encode.ImapResponseComposer;
import org.apache.james.imap.encode.ImapResponseEncoder;

/** Writes a {@link ListRightsResponse}: the rights that are always granted come first. */
public final class ListRightsEncoder implements ImapResponseEncoder<ListRightsResponse> {
    @Override
    public Class<ListRightsResponse> acceptableMessages() {
        return ListRightsResponse.class;
    }

    @Override
    public void encode(ListRightsResponse response, ImapResponseComposer composer)
            throws IOException {
        composer.untagged()
                .message("LISTRIGHTS")
                .mailbox(response.mailboxName())
                .quote(response.identifier())
                .quote(response.grantable().required());
        for (String tied : response.grantable().optional()) {
            composer.quote(tied);
        }
        composer.end();
    }
}
