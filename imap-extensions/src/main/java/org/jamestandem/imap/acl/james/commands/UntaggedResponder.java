package org.jamestandem.imap.acl.james.commands;

import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.imap.api.process.ImapProcessor.Responder;
import org.apache.james.imap.message.response.MailboxStatusResponse;

/** Lets only the answer to STATUS through. */
final class UntaggedResponder implements Responder {
    private final Responder client;

    UntaggedResponder(Responder client) {
        this.client = client;
    }

    @Override
    public void respond(ImapResponseMessage message) {
        if (message instanceof MailboxStatusResponse) {
            client.respond(message);
        }
    }

    @Override
    public void flush() {
        client.flush();
    }
}
