package org.jamestandem.pop3.session.james;

import org.apache.james.protocols.api.ProtocolSessionImpl;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.pop3.POP3Session;
import reactor.core.Disposable;
import reactor.core.scheduler.Schedulers;

final class Connections {
    private Connections() {}

    /** Closes the connection soon, but not on this thread, which may be writing to it. */
    static void end(POP3Session session) {
        if (session instanceof ProtocolSessionImpl known) {
            Disposable unused = Schedulers.parallel().schedule(() -> end(known));
        }
    }

    private static void end(ProtocolSessionImpl session) {
        session.getProtocolTransport().writeResponse(Response.DISCONNECT, session);
    }
}
