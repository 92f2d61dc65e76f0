package org.jamestandem.imap.acl.james;

import com.google.inject.Inject;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.user.api.UsersRepository;
import org.jamestandem.imap.acl.GrantStore;
import org.jamestandem.imap.acl.Share;
import org.jamestandem.imap.acl.ShareIndex;
import org.jamestandem.kernel.tasks.Step;
import org.jamestandem.kernel.tasks.Work;
import org.jamestandem.kernel.tasks.WorkOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Looks for what is wrong with access control lists, and mends it when it is told to: first in the
 * mailboxes of all users, by name; then in lists of which James has no mailbox; then in the view by
 * subject. It goes on where it stopped, the last part from its beginning.
 */
public final class ListCheck implements Work {
    /** Its name. */
    public static final String NAME = "acl-check";

    /** The parameter that is {@code true} when what is wrong is mended. */
    public static final String REPAIR = "repair";

    private static final Logger LOGGER = LoggerFactory.getLogger(ListCheck.class);
    private static final String USERS = "user ";
    private static final String LISTS = "list ";
    private static final String VIEW = "view";
    private static final Username NOBODY = Username.of("acl-check");

    private final UsersRepository users;
    private final MailboxManager mailboxes;
    private final MailboxId.Factory ids;
    private final MailboxDirectory directory;
    private final MailboxCheck check;
    private final GrantStore store;
    private final ShareIndex index;

    @Inject
    ListCheck(
            UsersRepository users,
            MailboxManager mailboxes,
            MailboxId.Factory ids,
            MailboxDirectory directory,
            MailboxCheck check,
            GrantStore store,
            ShareIndex index) {
        this.users = users;
        this.mailboxes = mailboxes;
        this.ids = ids;
        this.directory = directory;
        this.check = check;
        this.store = store;
        this.index = index;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Flux<Step> run(WorkOrder order, Optional<String> after) {
        boolean repair = Boolean.parseBoolean(order.parameter(REPAIR));
        String place = after.orElse(USERS);
        Flux<Step> view = Flux.defer(() -> view(repair));
        if (place.equals(VIEW)) {
            return view;
        }
        if (place.startsWith(LISTS)) {
            return lists(Optional.of(place.substring(LISTS.length())), repair).concatWith(view);
        }
        return ofUsers(place.substring(USERS.length()), repair)
                .concatWith(Flux.defer(() -> lists(Optional.empty(), repair)))
                .concatWith(view);
    }

    private Flux<Step> ofUsers(String after, boolean repair) {
        return Flux.from(users.listReactive())
                .map(Username::asString)
                .filter(user -> user.compareTo(after) > 0)
                .sort(Comparator.naturalOrder())
                .concatMap(
                        user ->
                                counted(
                                        USERS + user,
                                        mailboxes(Username.of(user))
                                                .concatMap(one -> check.check(one, repair))));
    }

    private Flux<Mailbox> mailboxes(Username owner) {
        return directory.of(owner, mailboxes.createSystemSession(owner));
    }

    private Flux<Step> lists(Optional<String> after, boolean repair) {
        return index.mailboxes(after)
                .concatMap(
                        id ->
                                counted(
                                        LISTS + id,
                                        isGone(id)
                                                .filter(gone -> gone)
                                                .flatMapMany(
                                                        gone ->
                                                                found(
                                                                        "of-no-mailbox",
                                                                        repair,
                                                                        index.dropList(id)))));
    }

    private Flux<Step> view(boolean repair) {
        return index.entries()
                .concatMap(
                        entry ->
                                counted(
                                        VIEW,
                                        isWrong(entry)
                                                .filter(wrong -> wrong)
                                                .flatMapMany(
                                                        wrong ->
                                                                found(
                                                                        "not-in-list",
                                                                        repair,
                                                                        mend(entry)))));
    }

    /** Whether the list has no such entry. Other differences were met with the mailbox. */
    private Mono<Boolean> isWrong(Share entry) {
        return store.read(entry.mailbox().key().id())
                .map(list -> !list.grants().entries().containsKey(entry.entry().identifier()));
    }

    private Mono<Void> mend(Share entry) {
        return index.mend(entry.mailbox(), entry.entry().identifier());
    }

    static Flux<String> found(String what, boolean repair, Mono<Void> mending) {
        return (repair ? mending : Mono.<Void>empty()).thenMany(Flux.just(what));
    }

    private Mono<Boolean> isGone(String id) {
        MailboxSession session = mailboxes.createSystemSession(NOBODY);
        return directory
                .find(ids.fromString(id), session)
                .map(mailbox -> false)
                .onErrorReturn(MailboxNotFoundException.class, true);
    }

    private static Mono<Step> counted(String place, Flux<String> found) {
        return found.collect(
                        HashMap<String, Long>::new,
                        (counts, what) -> counts.merge(what, 1L, Long::sum))
                .map(counts -> new Step(place, counts))
                .onErrorResume(
                        error -> {
                            LOGGER.error("Could not check the access control of {}", place, error);
                            return Mono.just(new Step(place, Map.of(Step.FAILED, 1L)));
                        });
    }
}
