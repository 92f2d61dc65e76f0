package org.jamestandem.acceptance.clients;

import java.nio.file.Path;
import org.jamestandem.testkit.clients.AfterRetrieval;
import org.jamestandem.testkit.clients.Fetchmail;
import org.jamestandem.testkit.clients.Getmail;
import org.jamestandem.testkit.clients.Mpop;
import org.jamestandem.testkit.clients.Pop3Poller;
import org.jamestandem.testkit.clients.ServerLogin;

/** The POP3 clients. */
enum Pop3Program {
    GETMAIL,
    MPOP,
    FETCHMAIL;

    /** Sets it up in an empty home. */
    Pop3Poller install(Path home, ServerLogin login, AfterRetrieval after) {
        return switch (this) {
            case GETMAIL -> new Getmail(home, login, after);
            case MPOP -> new Mpop(home, login, after);
            case FETCHMAIL -> new Fetchmail(home, login, after);
        };
    }
}
