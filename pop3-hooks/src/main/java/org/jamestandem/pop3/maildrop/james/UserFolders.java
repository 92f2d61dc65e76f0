package org.jamestandem.pop3.maildrop.james;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.james.core.Username;
import org.apache.james.mailbox.DefaultMailboxes;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.exception.MailboxExistsException;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.model.MailboxPath;
import org.jamestandem.pop3.policy.Disposition;
import org.jamestandem.pop3.policy.FolderName;
import reactor.core.publisher.Mono;

/** The folders of one user, each looked up once for a session. */
final class UserFolders {
    private final MailboxManager mailboxes;
    private final MailboxSession session;
    private final Map<FolderName, MessageManager> known = new ConcurrentHashMap<>();

    UserFolders(MailboxManager mailboxes, MailboxSession session) {
        this.mailboxes = mailboxes;
        this.session = session;
    }

    /** That folder; empty when there is none. */
    Mono<MessageManager> find(FolderName name) {
        MessageManager folder = known.get(name);
        return folder != null
                ? Mono.just(folder)
                : lookUp(name).onErrorResume(MailboxNotFoundException.class, none -> Mono.empty());
    }

    /** That folder, created when there is none. */
    Mono<MessageManager> findOrCreate(FolderName name) {
        return find(name).switchIfEmpty(Mono.defer(() -> create(name).then(lookUp(name))));
    }

    /** The folder to which that disposition moves messages. */
    static FolderName destination(Disposition where) {
        return where.act() == Disposition.Act.TRASH
                ? new FolderName(DefaultMailboxes.TRASH)
                : new FolderName(where.folder());
    }

    Username owner() {
        return session.getUser();
    }

    private Mono<MessageManager> lookUp(FolderName name) {
        return Mono.defer(() -> Mono.from(mailboxes.getMailboxReactive(path(name), session)))
                .doOnNext(folder -> known.put(name, folder));
    }

    private Mono<Void> create(FolderName name) {
        return Mono.from(mailboxes.createMailboxReactive(path(name), session))
                .then()
                .onErrorResume(MailboxExistsException.class, another -> Mono.empty());
    }

    private MailboxPath path(FolderName name) {
        return MailboxPath.forUser(session.getUser(), name.value());
    }
}
