package org.jamestandem.imap.acl.james;

import com.google.common.base.Ticker;
import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Duration;
import org.apache.james.core.Username;
import org.apache.james.mailbox.model.Mailbox;
import org.jamestandem.imap.acl.AccessList;
import org.jamestandem.imap.acl.AclSettings;
import org.jamestandem.imap.acl.EffectiveRights;
import org.jamestandem.imap.acl.MailboxKey;
import org.jamestandem.imap.acl.NamedMailbox;
import org.jamestandem.imap.acl.Rights;
import org.jamestandem.imap.acl.StandingEntries;
import reactor.core.publisher.Mono;

/**
 * What users may do with mailboxes. Lists are remembered for {@link #LIFETIME}, so that a session
 * does not read one for each command; a change on this node counts at once, on another one within
 * that time.
 */
@Singleton
public final class MailboxAccess {
    /**
     * How long a list is remembered. With the time until an idling session is looked after, it
     * makes less than five seconds.
     */
    static final Duration LIFETIME = Duration.ofSeconds(3);

    private static final int MAILBOXES = 100_000;

    private final AccessLists lists;
    private final Requesters requesters;
    private final StandingEntries overrides;
    private final Cache<String, AccessList> remembered;

    @Inject
    MailboxAccess(AccessLists lists, Requesters requesters, AclSettings settings) {
        this(lists, requesters, settings.overrides(), Ticker.systemTicker());
    }

    MailboxAccess(
            AccessLists lists, Requesters requesters, StandingEntries overrides, Ticker ticker) {
        this.lists = lists;
        this.overrides = overrides;
        this.requesters = requesters;
        this.remembered =
                CacheBuilder.newBuilder()
                        .expireAfterWrite(LIFETIME)
                        .maximumSize(MAILBOXES)
                        .ticker(ticker)
                        .build();
        lists.onChange(key -> remembered.invalidate(key.id()));
    }

    /** The user's rights by a list that is at most {@link #LIFETIME} old. */
    Mono<Rights> rights(Mailbox mailbox, Username user) {
        return Mono.fromCallable(() -> remembered.getIfPresent(AccessLists.key(mailbox).id()))
                .filter(list -> ServerLists.harmless(mailbox.getACL()))
                .switchIfEmpty(
                        Mono.defer(
                                () ->
                                        remembering(
                                                AccessLists.key(mailbox).id(), lists.of(mailbox))))
                .flatMap(list -> rights(list, AccessLists.named(mailbox), user));
    }

    /** The same without looking at James' own list. */
    Mono<Rights> rights(NamedMailbox mailbox, Username user) {
        MailboxKey key = mailbox.key();
        return Mono.fromCallable(() -> remembered.getIfPresent(key.id()))
                .switchIfEmpty(Mono.defer(() -> remembering(key.id(), lists.unsettled(key))))
                .flatMap(list -> rights(list, mailbox, user));
    }

    /**
     * Reads as much as {@link #rights(Mailbox, Username)} does, about a mailbox that is not there,
     * so that the time until the answer does not tell whether it is.
     */
    Mono<Void> pretend(Username user) {
        MailboxKey nowhere = new MailboxKey("nowhere", user.asString());
        return lists.unsettled(nowhere)
                .flatMap(list -> requesters.of(user, nowhere, list.mentionsGroups()))
                .then();
    }

    /** The user's rights by that list. */
    Mono<Rights> rights(AccessList list, NamedMailbox mailbox, Username user) {
        AccessList standing = overrides.on(mailbox);
        return requesters
                .of(user, mailbox.key(), list.mentionsGroups() || standing.mentionsGroups())
                .map(requester -> EffectiveRights.of(list, standing, requester));
    }

    /** A list that changed while it was read is not remembered. */
    private Mono<AccessList> remembering(String id, Mono<AccessList> read) {
        long before = lists.changes();
        return read.doOnNext(list -> remember(id, list, before));
    }

    private void remember(String id, AccessList list, long before) {
        remembered.put(id, list);
        if (lists.changes() != before) {
            remembered.invalidate(id);
        }
    }
}
