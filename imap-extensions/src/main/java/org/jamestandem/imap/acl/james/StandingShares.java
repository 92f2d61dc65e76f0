package org.jamestandem.imap.acl.james;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxManager;
import org.jamestandem.imap.acl.AclSettings;
import org.jamestandem.imap.acl.NamedMailbox;
import org.jamestandem.imap.acl.StandingEntries;
import reactor.core.publisher.Flux;

/**
 * Mailboxes that an operator's overrides are about, which no list names: all of an owner are read.
 */
@Singleton
final class StandingShares {
    private final StandingEntries overrides;
    private final MailboxManager mailboxes;
    private final MailboxDirectory directory;

    @Inject
    StandingShares(AclSettings settings, MailboxManager mailboxes, MailboxDirectory directory) {
        this.overrides = settings.overrides();
        this.mailboxes = mailboxes;
        this.directory = directory;
    }

    /** Those of owners whom an override names in full. */
    Flux<NamedMailbox> ofNamedOwners() {
        return Flux.fromIterable(overrides.singleOwners()).concatMap(this::of);
    }

    /** Those of that owner. */
    Flux<NamedMailbox> of(String owner) {
        if (!overrides.mayBeFor(owner)) {
            return Flux.empty();
        }
        Username user = Username.of(owner);
        return directory
                .of(user, mailboxes.createSystemSession(user))
                .map(AccessLists::named)
                .filter(mailbox -> !overrides.on(mailbox).entries().isEmpty());
    }
}
