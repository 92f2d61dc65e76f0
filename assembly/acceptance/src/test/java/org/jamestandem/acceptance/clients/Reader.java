package org.jamestandem.acceptance.clients;

import org.jamestandem.testkit.clients.ServerLogin;
import org.jamestandem.testkit.james.James;
import org.jamestandem.testkit.james.James.Listener;

/** A user on one form of the server. */
record Reader(James james, String user, String password) {
    ServerLogin login(Listener listener) {
        return ServerLogin.plain(james.host(), james.port(listener), user, password);
    }

    Mailboxes mailboxes() {
        return new Mailboxes(login(Listener.IMAP));
    }
}
