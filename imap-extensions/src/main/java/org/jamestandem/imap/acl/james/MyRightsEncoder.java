package org.jamestandem.imap.acl.james;

import java.io.IOException;
import java.util.Optional;
import org.apache.james.imap.encode.ImapResponseComposer;
import org.apache.james.imap.encode.ImapResponseEncoder;
import org.apache.james.imap.message.response.MyRightsResponse;
import org.apache.james.mailbox.model.MailboxACL.Rfc4314Rights;
import org.jamestandem.imap.acl.Rights;

/**
 * Writes James' MYRIGHTS response, also where LIST returns it (RFC 8440), with the obsolete rights
 * that RFC 4314 §2.1.1 asks for.
 */
public final class MyRightsEncoder implements ImapResponseEncoder<MyRightsResponse> {
    @Override
    public Class<MyRightsResponse> acceptableMessages() {
        return MyRightsResponse.class;
    }

    @Override
    public void encode(MyRightsResponse response, ImapResponseComposer composer)
            throws IOException {
        Rights rights =
                Optional.ofNullable(response.getMyRights())
                        .map(Rfc4314Rights::serialize)
                        .map(Rights::parse)
                        .orElse(Rights.NONE);
        composer.untagged()
                .message("MYRIGHTS")
                .mailbox(response.getMailboxName())
                .quote(rights.wireText())
                .end();
    }
}
