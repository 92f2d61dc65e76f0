package org.jamestandem.imap.listing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The names of mailboxes that a user may know of. */
public final class Listing {
    private final NavigableSet<String> names;
    private final char delimiter;

    public Listing(Collection<String> names, char delimiter) {
        this.names = new TreeSet<>(names);
        this.delimiter = delimiter;
    }

    /** The names that match, and, where the pattern wants them, levels above names; in order. */
    public List<ListedName> matching(NamePattern pattern) {
        NavigableSet<String> candidates = new TreeSet<>(names);
        if (pattern.wantsLevels()) {
            names.forEach(name -> candidates.addAll(above(name)));
        }
        return candidates.stream()
                .filter(pattern::matches)
                .map(name -> new ListedName(name, names.contains(name), hasBelow(name)))
                .toList();
    }

    /** Whether there is a name below that one. */
    public boolean hasBelow(String name) {
        String below = names.higher(name + delimiter);
        return below != null && below.startsWith(name + delimiter);
    }

    /** The levels above a name, the highest first. */
    private List<String> above(String name) {
        List<String> levels = new ArrayList<>();
        for (int end = name.indexOf(delimiter); end > 0; end = name.indexOf(delimiter, end + 1)) {
            levels.add(name.substring(0, end));
        }
        return levels;
    }
}
