package org.jamestandem.imap.acl.james.commands;

import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.imap.api.process.ImapProcessor.Responder;
import org.apache.james.imap.message.response.MailboxStatusResponse;

/** Says the name that the client used where James would say the owner's. */
final class NamingResponder implements Responder {
    private final Responder client;
    private final String name;

    NamingResponder(Responder client, String name) {
        this.client = client;
        this.name = name;
    }

    @Override
    public void respond(ImapResponseMessage message) {
        client.respond(message instanceof MailboxStatusResponse status ? named(status) : message);
    }

    private MailboxStatusResponse named(MailboxStatusResponse status) {
        return new MailboxStatusResponse(
                status.getAppendLimit(),
                status.getSize(),
                status.getDeleted(),
                status.getDeletedStorage(),
                status.getMessages(),
                status.getRecent(),
                status.getUidNext(),
                status.getHighestModSeq(),
                status.getUidValidity(),
                status.getUnseen(),
                name,
                status.getMailboxId());
    }

    @Override
    public void flush() {
        client.flush();
    }
}
