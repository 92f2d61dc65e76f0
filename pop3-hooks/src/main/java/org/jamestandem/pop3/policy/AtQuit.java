package org.jamestandem.pop3.policy;

import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What RETR and DELE come to at QUIT. */
final class AtQuit {
    private AtQuit() {}

    static SortedSet<Disposition> of(Policy policy, boolean retrieved, boolean deleted) {
        SortedSet<Disposition> all = new TreeSet<>();
        if (retrieved) {
            all.addAll(policy.onRetrieve().dispositions());
        }
        if (deleted) {
            all.add(policy.onDelete().disposition());
        }
        if (policy.isOnHold() && all.remove(Disposition.EXPUNGE)) {
            all.add(Disposition.HIDE_ALL);
        }
        if (all.contains(Disposition.EXPUNGE)) {
            return new TreeSet<>(Set.of(Disposition.EXPUNGE));
        }
        keepOneRelocation(all, policy, deleted);
        if ((retrieved || deleted) && policy.remembersTakings()) {
            all.add(Disposition.TAKE);
        }
        return all;
    }

    /**
     * A message cannot go to two folders: what DELE means counts. Whoever moves it back by IMAP
     * does not want it offered again to the reader from whom it went.
     */
    private static void keepOneRelocation(
            SortedSet<Disposition> all, Policy policy, boolean deleted) {
        Optional<Disposition> one =
                Stream.concat(
                                Stream.of(policy.onDelete().disposition()).filter(any -> deleted),
                                all.stream())
                        .filter(Disposition::relocates)
                        .findFirst();
        one.ifPresent(
                relocation -> {
                    all.removeIf(other -> other.relocates() && !other.equals(relocation));
                    all.add(Disposition.HIDE);
                });
    }
}
