package org.jamestandem.pop3.session.james;

import org.apache.james.protocols.api.Request;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.api.handler.UnknownCommandHandler;
import org.apache.james.protocols.pop3.POP3Session;

/** Whatever is no command of ours (RFC 1939 §3). */
final class UnknownCommand extends UnknownCommandHandler<POP3Session> {
    @Override
    public Response onCommand(POP3Session session, Request request) {
        return Replies.error("unknown command");
    }
}
