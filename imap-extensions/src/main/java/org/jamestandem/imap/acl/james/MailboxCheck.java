package org.jamestandem.imap.acl.james;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.List;
import org.apache.james.mailbox.model.Mailbox;
import org.jamestandem.imap.acl.ForeignChanges;
import org.jamestandem.imap.acl.GrantChange;
import org.jamestandem.imap.acl.GrantStore;
import org.jamestandem.imap.acl.Identifier;
import org.jamestandem.imap.acl.MailboxKey;
import org.jamestandem.imap.acl.ShareIndex;
import org.jamestandem.imap.acl.StoredList;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What can be wrong with the list of one mailbox. */
@Singleton
final class MailboxCheck {
    /** Entries of James' own list that somebody else wrote and that are not taken over yet. */
    private static final String FROM_JAMES = "from-james";

    /** Lists that James does not show as it should, since a node died within a change. */
    private static final String NOT_SHOWN = "not-shown";

    /** Entries of users and groups that are not there any more. */
    private static final String OF_NOBODY = "of-nobody";

    /** Entries of which the view by subject says something else. */
    private static final String NOT_IN_VIEW = "not-in-view";

    private final AccessLists lists;
    private final GrantStore store;
    private final ShareIndex index;
    private final KnownIdentifiers identifiers;

    @Inject
    MailboxCheck(
            AccessLists lists, GrantStore store, ShareIndex index, KnownIdentifiers identifiers) {
        this.lists = lists;
        this.store = store;
        this.index = index;
        this.identifiers = identifiers;
    }

    /** The names of what is wrong, once for each case. */
    Flux<String> check(Mailbox mailbox, boolean repair) {
        return Flux.concat(
                Flux.defer(() -> server(mailbox, repair)),
                Flux.defer(() -> nobody(mailbox, repair)),
                Flux.defer(() -> view(mailbox, repair)));
    }

    private Flux<String> server(Mailbox mailbox, boolean repair) {
        MailboxKey key = AccessLists.key(mailbox);
        return store.read(key.id())
                .flatMapIterable(stored -> server(mailbox, key, stored))
                .collectList()
                .flatMapMany(
                        wrong ->
                                (repair && !wrong.isEmpty()
                                                ? lists.of(mailbox).then()
                                                : Mono.<Void>empty())
                                        .thenMany(Flux.fromIterable(wrong)));
    }

    private static List<String> server(Mailbox mailbox, MailboxKey key, StoredList stored) {
        List<GrantChange> foreign =
                ForeignChanges.in(ServerLists.read(mailbox.getACL(), key.owner()), stored);
        if (!foreign.isEmpty()) {
            return foreign.stream().map(change -> FROM_JAMES).toList();
        }
        return ServerLists.commands(mailbox.getACL(), stored.projection().within(key.domain()))
                        .isEmpty()
                ? List.of()
                : List.of(NOT_SHOWN);
    }

    private Flux<String> nobody(Mailbox mailbox, boolean repair) {
        return store.read(AccessLists.key(mailbox).id())
                .flatMapIterable(stored -> stored.grants().entries().keySet())
                .filterWhen(
                        identifier -> identifiers.exists(identifier.subject()).map(there -> !there))
                .concatMap(
                        identifier ->
                                ListCheck.found(OF_NOBODY, repair, drop(mailbox, identifier)));
    }

    private Mono<Void> drop(Mailbox mailbox, Identifier identifier) {
        return lists.change(mailbox, GrantChange.deletion(identifier), AclOperator.NAME);
    }

    private Flux<String> view(Mailbox mailbox, boolean repair) {
        return index.drift(AccessLists.named(mailbox))
                .concatMap(
                        identifier ->
                                ListCheck.found(
                                        NOT_IN_VIEW,
                                        repair,
                                        index.mend(AccessLists.named(mailbox), identifier)));
    }
}
