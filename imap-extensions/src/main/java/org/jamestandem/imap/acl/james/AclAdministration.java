package org.jamestandem.imap.acl.james;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.user.api.UsersRepository;
import org.jamestandem.imap.acl.AccessList;
import org.jamestandem.imap.acl.AclSettings;
import org.jamestandem.imap.acl.EffectiveRights;
import org.jamestandem.imap.acl.Grant;
import org.jamestandem.imap.acl.GrantChange;
import org.jamestandem.imap.acl.NamedMailbox;
import org.jamestandem.imap.acl.Reason;
import org.jamestandem.imap.acl.Rights;
import org.jamestandem.imap.acl.RightsChange;
import org.jamestandem.imap.acl.StandingEntries;
import org.jamestandem.imap.acl.james.VisibleShares.Visible;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Access control lists as an operator sees and changes them. */
@Singleton
public final class AclAdministration {
    private final MailboxManager mailboxes;
    private final MailboxDirectory directory;
    private final AccessLists lists;
    private final KnownIdentifiers identifiers;
    private final Requesters requesters;
    private final VisibleShares shares;
    private final StandingEntries overrides;
    private final UsersRepository users;
    private final MailboxAccess access;

    @Inject
    AclAdministration(
            MailboxManager mailboxes,
            MailboxDirectory directory,
            AccessLists lists,
            KnownIdentifiers identifiers,
            Requesters requesters,
            VisibleShares shares,
            AclSettings settings,
            UsersRepository users,
            MailboxAccess access) {
        this.overrides = settings.overrides();
        this.users = users;
        this.access = access;
        this.mailboxes = mailboxes;
        this.directory = directory;
        this.lists = lists;
        this.identifiers = identifiers;
        this.requesters = requesters;
        this.shares = shares;
    }

    /** A mailbox and its list. */
    public record Listed(String mailbox, List<Grant> entries) {}

    /**
     * Why somebody may do what.
     *
     * @param owner whether it is the user's own mailbox, so that all starts with every right
     * @param overrides what an operator gives and takes after that
     */
    public record Explanation(
            Rights rights, boolean owner, List<Reason> reasons, List<Reason> overrides) {}

    /** The list of one mailbox. */
    public record Shared(Username owner, String mailbox, AccessList list) {}

    /** Every list with something in it, by owner. */
    public Flux<Shared> lists() {
        return Flux.from(users.listReactive())
                .sort(Comparator.comparing(Username::asString))
                .concatMap(owner -> directory.of(owner, mailboxes.createSystemSession(owner)))
                .concatMap(
                        mailbox ->
                                lists.of(mailbox)
                                        .map(
                                                list ->
                                                        new Shared(
                                                                mailbox.getUser(),
                                                                mailbox.getName(),
                                                                list)))
                .filter(shared -> !shared.list().entries().isEmpty());
    }

    /** What one user may do with a mailbox. */
    public record Holder(Username user, Rights rights) {}

    /** Every user who may do anything with that mailbox, in no particular order. */
    public Flux<Holder> holders(Username owner, String mailbox) {
        return find(owner, mailbox)
                .flatMapMany(
                        found ->
                                lists.of(found)
                                        .flatMapMany(
                                                list ->
                                                        Flux.from(users.listReactive())
                                                                .concatMap(
                                                                        user ->
                                                                                holder(
                                                                                        list, found,
                                                                                        user))));
    }

    private Mono<Holder> holder(AccessList list, Mailbox mailbox, Username user) {
        return access.rights(list, AccessLists.named(mailbox), user)
                .filter(rights -> !rights.isEmpty())
                .map(rights -> new Holder(user, rights));
    }

    /** The list; fails with {@code MailboxNotFoundException} when there is no such mailbox. */
    public Mono<Listed> list(Username owner, String mailbox) {
        return find(owner, mailbox).flatMap(this::listed);
    }

    private Mono<Listed> listed(Mailbox mailbox) {
        return lists.of(mailbox).map(list -> new Listed(mailbox.getName(), list.shown()));
    }

    /** Every mailbox of that owner that somebody else may have rights in. */
    public Flux<Listed> sharedBy(Username owner) {
        return directory
                .of(owner, mailboxes.createSystemSession(owner))
                .concatMap(this::listed)
                .filter(listed -> listed.entries().size() > 1);
    }

    /** Every mailbox of others in which that user has rights. */
    public Flux<Visible> sharedWith(Username user) {
        return shares.of(user)
                .flatMapIterable(VisibleShares.Found::mailboxes)
                .filter(found -> !found.mailbox().key().owner().equals(user.asString()));
    }

    /**
     * Changes an entry; fails with {@link IllegalArgumentException} when the identifier means
     * nobody, and with {@code MailboxNotFoundException}.
     */
    public Mono<Void> change(
            Username owner,
            String mailbox,
            String identifier,
            RightsChange change,
            Optional<Instant> until) {
        return find(owner, mailbox)
                .flatMap(
                        found ->
                                identifiers
                                        .known(identifier, AccessLists.key(found))
                                        .onErrorMap(
                                                UnknownIdentifier.class,
                                                e -> new IllegalArgumentException(e.getMessage()))
                                        .flatMap(
                                                known ->
                                                        lists.change(
                                                                found,
                                                                new GrantChange(known, change),
                                                                until,
                                                                AclOperator.NAME)));
    }

    /** Drops an entry, also one of somebody who is gone. */
    public Mono<Void> drop(Username owner, String mailbox, String identifier) {
        return find(owner, mailbox)
                .flatMap(
                        found ->
                                lists.change(
                                        found,
                                        GrantChange.deletion(
                                                KnownIdentifiers.canonical(
                                                        identifier, AccessLists.key(found))),
                                        AclOperator.NAME));
    }

    /**
     * What the user may do and why.
     *
     * @param supposed a change that is not made, but reckoned with
     */
    public Mono<Explanation> explain(
            Username user, Username owner, String mailbox, Optional<GrantChange> supposed) {
        return find(owner, mailbox)
                .flatMap(
                        found ->
                                lists.of(found)
                                        .map(list -> with(list, supposed))
                                        .flatMap(
                                                list ->
                                                        explain(
                                                                list,
                                                                user,
                                                                AccessLists.named(found))));
    }

    private static AccessList with(AccessList list, Optional<GrantChange> supposed) {
        return supposed.map(change -> list.with(change.identifier(), change.change())).orElse(list);
    }

    private Mono<Explanation> explain(AccessList list, Username user, NamedMailbox mailbox) {
        AccessList standing = overrides.on(mailbox);
        return requesters
                .of(user, mailbox.key(), list.mentionsGroups() || standing.mentionsGroups())
                .map(
                        requester ->
                                new Explanation(
                                        EffectiveRights.of(list, standing, requester),
                                        requester.owner(),
                                        Reason.of(list, requester),
                                        Reason.of(standing, requester)));
    }

    private Mono<Mailbox> find(Username owner, String mailbox) {
        MailboxSession session = mailboxes.createSystemSession(owner);
        return directory.find(MailboxPath.forUser(owner, mailbox), session);
    }
}
