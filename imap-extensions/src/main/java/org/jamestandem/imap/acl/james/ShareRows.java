package org.jamestandem.imap.acl.james;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxId;
import org.jamestandem.imap.acl.GrantChange;
import org.jamestandem.imap.acl.GrantStore;
import org.jamestandem.imap.acl.Identifier;
import org.jamestandem.imap.acl.MailboxKey;
import org.jamestandem.imap.acl.Share;
import org.jamestandem.imap.acl.ShareScope;
import org.jamestandem.imap.acl.Subject;
import org.jamestandem.kernel.account.UserRows;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What a user may do in other people's mailboxes, and whose mailboxes are the user's own. Lists of
 * mailboxes that are not deleted stay with them.
 */
@Singleton
public final class ShareRows implements UserRows {
    private final GrantStore store;
    private final AccessLists lists;
    private final MailboxDirectory directory;
    private final MailboxManager mailboxes;
    private final MailboxId.Factory ids;

    @Inject
    public ShareRows(
            GrantStore store,
            AccessLists lists,
            MailboxDirectory directory,
            MailboxManager mailboxes,
            MailboxId.Factory ids) {
        this.store = store;
        this.lists = lists;
        this.directory = directory;
        this.mailboxes = mailboxes;
        this.ids = ids;
    }

    @Override
    public String name() {
        return "imap-acl";
    }

    @Override
    public Mono<Void> copy(Username from, Username to) {
        return shares(from)
                .concatMap(
                        share ->
                                mailbox(share)
                                        .flatMap(
                                                mailbox ->
                                                        lists.copy(
                                                                mailbox,
                                                                share.entry().identifier(),
                                                                identifier(to, share))))
                .thenMany(directory.of(to, mailboxes.createSystemSession(to)))
                .concatMap(mailbox -> lists.move(from.asString(), mailbox))
                .then();
    }

    @Override
    public Mono<Void> forget(Username user) {
        return shares(user).concatMap(this::forget).then();
    }

    private Mono<Void> forget(Share share) {
        Identifier identifier = share.entry().identifier();
        return store.change(share.mailbox(), GrantChange.deletion(identifier))
                .then(mailbox(share))
                .flatMap(lists::published);
    }

    private Flux<Share> shares(Username user) {
        Subject.User subject = new Subject.User(user.asString());
        ShareScope scope = new ShareScope(MailboxKey.domainOf(subject.name()), subject);
        return store.shares(scope).collectList().flatMapIterable(all -> all);
    }

    private static Identifier identifier(Username user, Share share) {
        return new Identifier(
                new Subject.User(user.asString()), share.entry().identifier().negative());
    }

    /** Empty when the mailbox has gone. */
    private Mono<Mailbox> mailbox(Share share) {
        MailboxKey key = share.mailbox().key();
        return directory
                .find(
                        ids.fromString(key.id()),
                        mailboxes.createSystemSession(Username.of(key.owner())))
                .onErrorResume(MailboxNotFoundException.class, gone -> Mono.empty());
    }
}
