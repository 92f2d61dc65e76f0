package org.jamestandem.imap.acl.james;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.james.core.Username;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxACL;
import org.apache.james.mailbox.model.MailboxACL.ACLCommand;
import org.apache.james.mailbox.model.MailboxACL.EntryKey;
import org.apache.james.mailbox.model.MailboxACL.NameType;
import org.apache.james.mailbox.model.MailboxACL.Rfc4314Rights;
import org.jamestandem.imap.acl.AccessList;
import org.jamestandem.imap.acl.Grant;
import org.jamestandem.imap.acl.Identifier;
import org.jamestandem.imap.acl.InvalidIdentifier;
import org.jamestandem.imap.acl.Rights;
import org.jamestandem.imap.acl.ServerProjection;
import org.jamestandem.imap.acl.Subject;
import org.jamestandem.imap.acl.Subject.Special;
import org.jamestandem.imap.acl.Subject.User;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Between James' own access control lists and ours.
 *
 * <p>James 3.8.1 calls {@code anyone} {@code anybody}, gives the owner every right whatever the
 * list says, and fails for everybody once a list has a group.
 */
final class ServerLists {
    private static final Logger LOGGER = LoggerFactory.getLogger(ServerLists.class);

    private ServerLists() {}

    /** What a list of James means. Entries that give the owner what he has anyway are left out. */
    static AccessList read(MailboxACL acl, String owner) {
        List<Grant> grants = new ArrayList<>();
        acl.getEntries()
                .forEach(
                        (key, rights) ->
                                identifier(key, owner)
                                        .map(identifier -> new Grant(identifier, rights(rights)))
                                        .ifPresent(grants::add));
        return AccessList.of(grants);
    }

    private static Optional<Identifier> identifier(EntryKey key, String owner) {
        try {
            Subject subject = subject(key, owner);
            return key.isNegative() || subject != Special.OWNER
                    ? Optional.of(new Identifier(subject, key.isNegative()))
                    : Optional.empty();
        } catch (InvalidIdentifier e) {
            LOGGER.warn("Entry '{}' of {} cannot mean anybody and is dropped", key, owner);
            return Optional.empty();
        }
    }

    private static Subject subject(EntryKey key, String owner) {
        if (key.equals(new EntryKey("anybody", NameType.special, key.isNegative()))) {
            return Special.ANYONE;
        }
        String marker = key.getNameType() == NameType.group ? Subject.GROUP_MARKER : "";
        Subject subject = Identifier.parse(marker + key.getName()).subject();
        return subject.equals(new User(owner)) ? Special.OWNER : subject;
    }

    private static Rights rights(Rfc4314Rights rights) {
        return Rights.parse(rights.serialize());
    }

    /** Whether James can evaluate that list for everybody: it holds positive users alone. */
    static boolean harmless(MailboxACL acl) {
        return acl.getEntries().keySet().stream().allMatch(ServerLists::harmless);
    }

    /** A list by which James gives that user these rights. */
    static MailboxACL of(Username user, Rights rights) {
        return new MailboxACL(
                new MailboxACL.Entry(EntryKey.createUserEntryKey(user), ServerRights.of(rights)));
    }

    /** What our projection leaves of a mailbox's own list. */
    static MailboxACL harmlessPart(Mailbox mailbox) {
        AccessList list = read(mailbox.getACL(), mailbox.getUser().asString());
        return write(ServerProjection.of(list));
    }

    private static boolean harmless(EntryKey key) {
        return !key.isNegative()
                && (key.getNameType() == NameType.user || key.equals(MailboxACL.OWNER_KEY));
    }

    /**
     * What turns the present list of James into the wanted one; nothing when it is that already.
     */
    static List<ACLCommand> commands(MailboxACL present, AccessList wanted) {
        Map<EntryKey, Rfc4314Rights> target = write(wanted).getEntries();
        List<ACLCommand> commands = new ArrayList<>();
        present.getEntries().keySet().stream()
                .filter(key -> !target.containsKey(key) && !key.equals(MailboxACL.OWNER_KEY))
                .forEach(key -> commands.add(replacement(key, MailboxACL.NO_RIGHTS)));
        target.forEach(
                (key, rights) -> {
                    if (!rights.equals(present.getEntries().get(key))) {
                        commands.add(replacement(key, rights));
                    }
                });
        return commands;
    }

    private static ACLCommand replacement(EntryKey key, Rfc4314Rights rights) {
        return MailboxACL.command().key(key).rights(rights).asReplacement();
    }

    /** A list of positive users as James has it. */
    static MailboxACL write(AccessList users) {
        MailboxACL.Entry[] entries =
                users.entries().entrySet().stream()
                        .map(
                                entry ->
                                        new MailboxACL.Entry(
                                                key(entry.getKey()),
                                                ServerRights.of(entry.getValue())))
                        .toArray(MailboxACL.Entry[]::new);
        return new MailboxACL(entries);
    }

    private static EntryKey key(Identifier user) {
        return new EntryKey(user.subject().text(), NameType.user, false);
    }
}
