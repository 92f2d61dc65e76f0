package org.jamestandem.distribution.server;

import java.util.List;
import java.util.UUID;
import org.apache.james.core.Username;
import org.apache.james.mailbox.model.MailboxConstants;
import org.apache.james.modules.MailboxProbeImpl;
import org.apache.james.probe.DataProbe;

/** An account for a look through a client's eyes. Closing it removes it and its mailboxes. */
public final class TemporaryAccount implements AutoCloseable {
    private final DataProbe accounts;
    private final MailboxProbeImpl mailboxes;
    private final Username user;
    private final String password;

    TemporaryAccount(DataProbe accounts, MailboxProbeImpl mailboxes, Username user)
            throws Exception {
        this.accounts = accounts;
        this.mailboxes = mailboxes;
        this.user = user;
        this.password = UUID.randomUUID().toString();
        accounts.addUser(user.asString(), password);
    }

    /** The login name, also the address. */
    public String user() {
        return user.asString();
    }

    public String password() {
        return password;
    }

    @Override
    public void close() throws Exception {
        for (String mailbox : List.copyOf(mailboxes.listUserMailboxes(user()))) {
            mailboxes.deleteMailbox(MailboxConstants.USER_NAMESPACE, user(), mailbox);
        }
        accounts.removeUser(user());
    }
}
