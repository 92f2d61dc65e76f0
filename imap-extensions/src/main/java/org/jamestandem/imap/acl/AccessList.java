package org.jamestandem.imap.acl;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jamestandem.imap.acl.Subject.Special;

/**
 * The access control list of one mailbox. Entries without rights are no entries.
 *
 * <p>The owner starts with every right, so what is kept about the owner is what is withheld: the
 * entry {@code -owner}. {@link #shown} turns it back into what the owner has.
 */
public record AccessList(Map<Identifier, Rights> entries) {
    /** Nobody but the owner. */
    public static final AccessList EMPTY = new AccessList(Map.of());

    /** What the owner can never lose, so that nobody is locked out of his own mailbox. */
    public static final Rights OWNER_KEEPS = Rights.of(Right.LOOKUP, Right.READ, Right.ADMINISTER);

    static final Identifier WITHHELD = Identifier.negative(Special.OWNER);
    private static final Identifier OWNER = Identifier.of(Special.OWNER);

    public AccessList {
        Map<Identifier, Rights> sorted = new TreeMap<>(entries);
        sorted.values().removeIf(Rights::isEmpty);
        entries = Collections.unmodifiableMap(sorted);
    }

    /** The list of these entries; of two for one identifier, the union. */
    public static AccessList of(Collection<Grant> grants) {
        Map<Identifier, Rights> entries = new TreeMap<>();
        grants.forEach(grant -> entries.merge(grant.identifier(), grant.rights(), Rights::plus));
        return new AccessList(entries);
    }

    /** The rights of that very entry; none when there is no such entry. */
    public Rights of(Identifier identifier) {
        return entries.getOrDefault(identifier, Rights.NONE);
    }

    /** This list with one entry changed. */
    public AccessList with(Identifier identifier, RightsChange change) {
        Map<Identifier, Rights> changed = new TreeMap<>(entries);
        changed.put(identifier, change.appliedTo(of(identifier)));
        return new AccessList(changed);
    }

    /** The entries as GETACL shows them: the owner's first. */
    public List<Grant> shown() {
        List<Grant> shown = new ArrayList<>();
        shown.add(new Grant(OWNER, Rights.ALL.minus(of(WITHHELD)).plus(OWNER_KEEPS)));
        entries.forEach(
                (identifier, rights) -> {
                    if (!identifier.equals(WITHHELD)) {
                        shown.add(new Grant(identifier, rights));
                    }
                });
        return List.copyOf(shown);
    }

    /** The entries of users of that domain; James' own list can hold no others. */
    public AccessList within(String domain) {
        Map<Identifier, Rights> within = new TreeMap<>(entries);
        within.keySet()
                .removeIf(
                        id ->
                                id.subject() instanceof Subject.User user
                                        && !MailboxKey.domainOf(user.name()).equals(domain));
        return new AccessList(within);
    }

    /** Whether it matters in which groups somebody is. */
    public boolean mentionsGroups() {
        return entries.keySet().stream().anyMatch(id -> id.subject() instanceof Subject.Group);
    }

    Rights total(Predicate<Identifier> selected) {
        return entries.entrySet().stream()
                .filter(entry -> selected.test(entry.getKey()))
                .map(Map.Entry::getValue)
                .reduce(Rights.NONE, Rights::plus);
    }
}
