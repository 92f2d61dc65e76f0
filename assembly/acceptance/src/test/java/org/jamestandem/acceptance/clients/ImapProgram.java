package org.jamestandem.acceptance.clients;

import java.nio.file.Path;
import org.jamestandem.testkit.clients.MailboxSync;
import org.jamestandem.testkit.clients.Mbsync;
import org.jamestandem.testkit.clients.OfflineImap;
import org.jamestandem.testkit.clients.ServerLogin;

/** The IMAP clients that synchronise both ways. */
enum ImapProgram {
    MBSYNC,
    OFFLINEIMAP;

    /** Sets it up in an empty home. */
    MailboxSync install(Path home, ServerLogin login) {
        return switch (this) {
            case MBSYNC -> new Mbsync(home, login);
            case OFFLINEIMAP -> new OfflineImap(home, login);
        };
    }
}
