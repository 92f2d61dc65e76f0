package org.jamestandem.imap.acl.james;

import com.google.inject.Inject;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxPath;
import org.jamestandem.imap.acl.AccessList;
import org.jamestandem.imap.acl.GrantChange;
import org.jamestandem.imap.acl.GrantStore;
import org.jamestandem.imap.acl.Identifier;
import org.jamestandem.imap.acl.RightsChange;
import org.jamestandem.imap.acl.StoredList;
import org.jamestandem.kernel.tasks.Step;
import org.jamestandem.kernel.tasks.Work;
import org.jamestandem.kernel.tasks.WorkOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Gives all mailboxes below one its access control list, entries that end by themselves excepted.
 * It goes on behind the last mailbox, by name.
 */
public final class ListSpread implements Work {
    /** Its name. */
    public static final String NAME = "acl-spread";

    /** The parameter that names the owner. */
    public static final String OWNER = "owner";

    /** The parameter that names the mailbox. */
    public static final String MAILBOX = "mailbox";

    private static final Logger LOGGER = LoggerFactory.getLogger(ListSpread.class);

    private final MailboxManager mailboxes;
    private final MailboxDirectory directory;
    private final AccessLists lists;
    private final GrantStore store;

    @Inject
    ListSpread(
            MailboxManager mailboxes,
            MailboxDirectory directory,
            AccessLists lists,
            GrantStore store) {
        this.mailboxes = mailboxes;
        this.directory = directory;
        this.lists = lists;
        this.store = store;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Flux<Step> run(WorkOrder order, Optional<String> after) {
        Username owner = Username.of(order.parameter(OWNER));
        String top = order.parameter(MAILBOX);
        MailboxSession session = mailboxes.createSystemSession(owner);
        String below = top + session.getPathDelimiter();
        return directory
                .find(MailboxPath.forUser(owner, top), session)
                .flatMap(this::lasting)
                .flatMapMany(
                        list ->
                                directory
                                        .of(owner, session)
                                        .filter(one -> one.getName().startsWith(below))
                                        .filter(
                                                one ->
                                                        after.isEmpty()
                                                                || one.getName()
                                                                                .compareTo(
                                                                                        after.get())
                                                                        > 0)
                                        .sort(Comparator.comparing(Mailbox::getName))
                                        .concatMap(one -> step(list, one)));
    }

    private Mono<AccessList> lasting(Mailbox mailbox) {
        return lists.of(mailbox)
                .then(Mono.defer(() -> store.read(AccessLists.key(mailbox).id())))
                .map(StoredList::lasting);
    }

    private Mono<Step> step(AccessList wanted, Mailbox mailbox) {
        return lasting(mailbox)
                .flatMapMany(present -> Flux.fromIterable(different(wanted, present)))
                .concatMap(
                        identifier ->
                                lists.change(
                                                mailbox,
                                                new GrantChange(
                                                        identifier,
                                                        RightsChange.replace(
                                                                wanted.of(identifier))),
                                                AclOperator.NAME)
                                        .thenReturn(identifier))
                .count()
                .map(
                        changed ->
                                new Step(
                                        mailbox.getName(),
                                        Map.of("mailboxes", 1L, "changes", changed)))
                .onErrorResume(
                        error -> {
                            LOGGER.error("Could not share {}", mailbox.getName(), error);
                            return Mono.just(new Step(mailbox.getName(), Map.of(Step.FAILED, 1L)));
                        });
    }

    private static Set<Identifier> different(AccessList one, AccessList other) {
        Set<Identifier> identifiers = new TreeSet<>(one.entries().keySet());
        identifiers.addAll(other.entries().keySet());
        identifiers.removeIf(identifier -> one.of(identifier).equals(other.of(identifier)));
        return identifiers;
    }
}
