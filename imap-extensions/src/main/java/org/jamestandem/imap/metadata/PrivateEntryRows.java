package org.jamestandem.imap.metadata;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import org.apache.james.core.Username;
import org.jamestandem.kernel.account.UserRows;
import reactor.core.publisher.Mono;

/** What a user has noted on other people's mailboxes. */
@Singleton
public final class PrivateEntryRows implements UserRows {
    private final PrivateEntries entries;

    @Inject
    public PrivateEntryRows(PrivateEntries entries) {
        this.entries = entries;
    }

    @Override
    public String name() {
        return "imap-annotations";
    }

    @Override
    public Mono<Void> copy(Username from, Username to) {
        return entries.mailboxes(from.asString())
                .concatMap(mailbox -> copy(mailbox, from.asString(), to.asString()))
                .then();
    }

    /** What the new name has noted there already stays. */
    private Mono<Void> copy(String mailbox, String from, String to) {
        return entries.of(to, mailbox)
                .map(PrivateEntry::name)
                .collectList()
                .flatMap(
                        had ->
                                entries.of(from, mailbox)
                                        .filter(entry -> !had.contains(entry.name()))
                                        .concatMap(entry -> entries.set(to, mailbox, entry))
                                        .then());
    }

    @Override
    public Mono<Void> forget(Username user) {
        return entries.forget(user.asString());
    }
}
