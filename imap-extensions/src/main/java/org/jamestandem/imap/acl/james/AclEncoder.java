package org.jamestandem.imap.acl.james;

import java.io.IOException;
import org.apache.james.imap.encode.ImapResponseComposer;
import org.apache.james.imap.encode.ImapResponseEncoder;
import org.jamestandem.imap.acl.Grant;

/** Writes an {@link AclResponse}, with the obsolete rights that RFC 4314 §2.1.1 asks for. */
public final class AclEncoder implements ImapResponseEncoder<AclResponse> {
    @Override
    public Class<AclResponse> acceptableMessages() {
        return AclResponse.class;
    }

    @Override
    public void encode(AclResponse response, ImapResponseComposer composer) throws IOException {
        composer.untagged().message("ACL").mailbox(response.mailboxName());
        for (Grant grant : response.entries()) {
            composer.quote(grant.identifier().text()).quote(grant.rights().wireText());
        }
        composer.end();
    }
}
