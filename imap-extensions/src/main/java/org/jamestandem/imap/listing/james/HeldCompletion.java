package org.jamestandem.imap.listing.james;

import java.util.Map;
import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.imap.api.message.response.StatusResponse;
import org.apache.james.imap.api.process.ImapProcessor.Responder;
import org.apache.james.imap.message.response.MyRightsResponse;
import org.apache.james.mailbox.model.MailboxACL.Rfc4314Rights;

/**
 * Keeps the tagged response of a command until everything else is said, and puts right which rights
 * an owner has: James takes it that he has them all.
 */
final class HeldCompletion implements Responder {
    private final Responder client;
    private final Map<String, Rfc4314Rights> reduced;
    private StatusResponse completion;

    HeldCompletion(Responder client, Map<String, Rfc4314Rights> reduced) {
        this.client = client;
        this.reduced = reduced;
    }

    @Override
    public void respond(ImapResponseMessage message) {
        if (message instanceof StatusResponse status && status.getTag() != null) {
            completion = status;
        } else if (message instanceof MyRightsResponse rights) {
            String name = rights.getMailboxName();
            client.respond(
                    new MyRightsResponse(name, reduced.getOrDefault(name, rights.getMyRights())));
        } else {
            client.respond(message);
        }
    }

    /** Whether the command has succeeded so far. */
    boolean succeeded() {
        return completion == null || completion.getServerResponseType() == StatusResponse.Type.OK;
    }

    /** Says how the command has ended. */
    void release() {
        if (completion != null) {
            client.respond(completion);
        }
    }

    @Override
    public void flush() {
        client.flush();
    }
}
