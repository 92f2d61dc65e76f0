package org.jamestandem.pop3.maildrop.james;

import com.google.inject.Inject;
import com.google.inject.name.Named;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.exception.BadCredentialsException;
import org.apache.james.mailbox.exception.ForbiddenDelegationException;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.exception.UserDoesNotExistException;
import org.apache.james.util.ReactorUtils;
import org.jamestandem.kernel.audit.AuditChannel;
import org.jamestandem.kernel.audit.james.SessionMark;
import org.jamestandem.pop3.maildrop.Credential;
import org.jamestandem.pop3.maildrop.Inbox;
import org.jamestandem.pop3.maildrop.Inboxes;
import org.jamestandem.pop3.text.TextForm;
import org.jamestandem.pop3.uidl.MessageKeys;
import reactor.core.publisher.Mono;

/** The folders of James' own users. Another user's only where James has the account delegated. */
public final class JamesInboxes implements Inboxes {
    private final MailboxManager mailboxes;
    private final MessageKeys keys;
    private final FolderListing listing;

    @Inject
    JamesInboxes(
            @Named("mailboxmanager") MailboxManager mailboxes,
            MessageKeys keys,
            FolderListing listing) {
        this.mailboxes = mailboxes;
        this.keys = keys;
        this.listing = listing;
    }

    @Override
    public Mono<Inbox> open(Username user, Credential credential, TextForm form) {
        return Mono.fromCallable(() -> SessionMark.on(session(user, credential), AuditChannel.POP3))
                .subscribeOn(ReactorUtils.BLOCKING_CALL_WRAPPER)
                .onErrorResume(JamesInboxes::provesNothing, wrong -> Mono.empty())
                .map(session -> new JamesInbox(mailboxes, session, keys, listing, form));
    }

    @Override
    public Mono<Inbox> openForServer(Username user) {
        return Mono.fromCallable(
                        () ->
                                SessionMark.on(
                                        mailboxes.createSystemSession(user), AuditChannel.SERVER))
                .map(session -> new JamesInbox(mailboxes, session, keys, listing, TextForm.UTF8));
    }

    private MailboxSession session(Username user, Credential credential) throws MailboxException {
        if (credential instanceof Credential.Password password) {
            return mailboxes.authenticate(user, password.text()).withoutDelegation();
        }
        if (credential instanceof Credential.PasswordOf other) {
            return mailboxes.authenticate(other.user(), other.text()).as(user);
        }
        Username vouched = ((Credential.Vouched) credential).user();
        return vouched.equals(user)
                ? mailboxes.authenticate(vouched).withoutDelegation()
                : mailboxes.authenticate(vouched).as(user);
    }

    private static boolean provesNothing(Throwable error) {
        return error instanceof BadCredentialsException
                || error instanceof ForbiddenDelegationException
                || error instanceof UserDoesNotExistException;
    }
}
