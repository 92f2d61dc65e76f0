package org.jamestandem.imap.acl;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Entries that an operator has for mailboxes by pattern. */
public record StandingEntries(List<StandingEntry> entries) {
    /** None at all. */
    public static final StandingEntries NONE = new StandingEntries(List.of());

    public StandingEntries {
        entries = List.copyOf(entries);
    }

    /** Those for that mailbox, as a list; what several say of one identifier adds up. */
    public AccessList on(NamedMailbox mailbox) {
        return entries.isEmpty()
                ? AccessList.EMPTY
                : AccessList.of(
                        entries.stream()
                                .filter(entry -> entry.isFor(mailbox))
                                .map(StandingEntry::entry)
                                .toList());
    }

    /** Whether there may be any for a mailbox of that owner. */
    public boolean mayBeFor(String owner) {
        return entries.stream().anyMatch(entry -> entry.mayBeFor(owner));
    }

    /** The owners for whose mailboxes alone some of them are. */
    public Set<String> singleOwners() {
        Predicate<StandingEntry> single = StandingEntry::isForOneOwner;
        return entries.stream()
                .filter(single)
                .map(StandingEntry::owner)
                .collect(Collectors.toSet());
    }
}
