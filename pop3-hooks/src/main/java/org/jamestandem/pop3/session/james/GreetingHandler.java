package org.jamestandem.pop3.session.james;

import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.api.handler.ConnectHandler;
import org.apache.james.protocols.pop3.POP3Session;

/** The greeting. It has no timestamp, since that would offer APOP (RFC 1939 §7). */
final class GreetingHandler implements ConnectHandler<POP3Session> {
    @Override
    public Response onConnect(POP3Session session) {
        Conversation unused = Conversation.on(session);
        return Replies.ok("POP3 server ready");
    }
}
