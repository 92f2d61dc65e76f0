package org.jamestandem.imap.acl.james;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import org.apache.james.core.Username;
import org.apache.james.user.api.UsersRepository;
import org.jamestandem.imap.acl.GroupMembership;
import org.jamestandem.imap.acl.Identifier;
import org.jamestandem.imap.acl.MailboxKey;
import org.jamestandem.imap.acl.Subject;
import org.jamestandem.imap.acl.Subject.Group;
import org.jamestandem.imap.acl.Subject.Special;
import org.jamestandem.imap.acl.Subject.User;
import org.jamestandem.imap.acl.Tenancies;
import reactor.core.publisher.Mono;

/** Reads identifiers that clients write, and says whether they mean somebody (RFC 4314 §3). */
@Singleton
public final class KnownIdentifiers {
    private final UsersRepository users;
    private final GroupMembership groups;
    private final Tenancies tenancies;

    @Inject
    public KnownIdentifiers(UsersRepository users, GroupMembership groups, Tenancies tenancies) {
        this.users = users;
        this.groups = groups;
        this.tenancies = tenancies;
    }

    /**
     * The canonical form: a name without a domain gets that of the mailbox's owner, and the owner's
     * own name is {@code owner}.
     *
     * @throws org.jamestandem.imap.acl.InvalidIdentifier when the text is no identifier
     */
    public static Identifier canonical(String text, MailboxKey mailbox) {
        Identifier read = Identifier.parse(text);
        return new Identifier(canonical(read.subject(), mailbox), read.negative());
    }

    private static Subject canonical(Subject subject, MailboxKey mailbox) {
        if (subject instanceof Group group) {
            return new Group(qualified(group.name(), mailbox));
        }
        if (subject instanceof User user) {
            String name = qualified(user.name(), mailbox);
            return name.equals(mailbox.owner()) ? Special.OWNER : new User(name);
        }
        return subject;
    }

    private static String qualified(String name, MailboxKey mailbox) {
        return name.contains("@") || mailbox.domain().isEmpty()
                ? name
                : name + "@" + mailbox.domain();
    }

    /**
     * The canonical identifier; fails with {@link UnknownIdentifier} when it means nobody, or
     * somebody of a domain that does not belong together with that of the mailbox's owner.
     */
    public Mono<Identifier> known(String text, MailboxKey mailbox) {
        Identifier identifier = canonical(text, mailbox);
        Subject subject = identifier.subject();
        if (subject instanceof User user) {
            return known(identifier, user.name(), mailbox, "user", exists(user));
        }
        return subject instanceof Group group
                ? known(identifier, group.name(), mailbox, "group", groups.exists(group.name()))
                : Mono.just(identifier);
    }

    private Mono<Identifier> known(
            Identifier identifier,
            String name,
            MailboxKey mailbox,
            String kind,
            Mono<Boolean> exists) {
        if (!tenancies.together(MailboxKey.domainOf(name), mailbox.domain())) {
            return Mono.error(
                    new UnknownIdentifier("Sharing with another domain is not allowed here"));
        }
        return exists.filter(Boolean::booleanValue)
                .map(yes -> identifier)
                .switchIfEmpty(
                        Mono.error(
                                () -> new UnknownIdentifier("There is no " + kind + " " + name)));
    }

    /** Whether there is such a user or group; an error when that cannot be told now. */
    Mono<Boolean> exists(Subject subject) {
        if (subject instanceof User user) {
            return exists(user);
        }
        return subject instanceof Group group ? groups.exists(group.name()) : Mono.just(true);
    }

    private Mono<Boolean> exists(User user) {
        return Mono.defer(() -> Mono.from(users.containsReactive(Username.of(user.name()))))
                .onErrorReturn(IllegalArgumentException.class, false);
    }
}
