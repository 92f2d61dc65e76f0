package org.jamestandem.imap.sharing.james;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.Optional;
import org.apache.james.core.Username;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.main.DeniedAccessOnSharedMailboxException;
import org.apache.james.imap.main.PathConverter;
import org.apache.james.mailbox.model.MailboxPath;
import org.jamestandem.imap.sharing.OwnedName;
import org.jamestandem.imap.sharing.SharedNames;

/** Which mailbox of James a name in a command means, and the other way round. */
@Singleton
public final class MailboxNames {
    private final SharedNames names;

    @Inject
    public MailboxNames(SharedNames names) {
        this.names = names;
    }

    /** Where that name leads for the user of the session; empty when it cannot lead anywhere. */
    public Optional<Place> place(String name, ImapSession session) {
        return names.isForeign(name)
                ? names.mailbox(viewer(session), name)
                        .flatMap(MailboxNames::path)
                        .map(path -> new Place(path, true))
                : own(name, session).map(path -> new Place(path, false));
    }

    private static Optional<MailboxPath> own(String name, ImapSession session) {
        try {
            return Optional.of(PathConverter.forSession(session).buildFullPath(name));
        } catch (DeniedAccessOnSharedMailboxException e) {
            return Optional.empty();
        }
    }

    private static Optional<MailboxPath> path(OwnedName mailbox) {
        try {
            return Optional.of(
                    MailboxPath.forUser(Username.of(mailbox.owner()), mailbox.mailbox()));
        } catch (IllegalArgumentException notAUsername) {
            return Optional.empty();
        }
    }

    /** Whether that can only be the name of a mailbox of one's own. */
    public boolean isPersonal(String name) {
        return !name.startsWith("#");
    }

    /** What the user of the session calls that mailbox. */
    public String name(MailboxPath path, ImapSession session) {
        String owner = path.getUser().asString();
        return owner.equals(viewer(session))
                ? path.getName()
                : names.nameFor(viewer(session), new OwnedName(owner, path.getName()));
    }

    private static String viewer(ImapSession session) {
        return session.getMailboxSession().getUser().asString();
    }
}
