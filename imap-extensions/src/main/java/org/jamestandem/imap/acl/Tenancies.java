package org.jamestandem.imap.acl;

import java.util.List;
import java.util.Set;

/**
 * Which domains belong together: their users may share with each other, and {@code anyone} means
 * all of them. A domain that is in none stands alone.
 */
public record Tenancies(List<Set<String>> groups) {
    /** Every domain alone. */
    public static final Tenancies NONE = new Tenancies(List.of());

    /**
     * @throws IllegalArgumentException when a domain is in two of them
     */
    public Tenancies {
        groups = groups.stream().map(Set::copyOf).toList();
        long domains = groups.stream().mapToLong(Set::size).sum();
        long different = groups.stream().flatMap(Set::stream).distinct().count();
        if (domains != different) {
            throw new IllegalArgumentException("a domain is in two tenancies");
        }
    }

    /** The domains that belong together with that one, itself included. */
    public Set<String> of(String domain) {
        return groups.stream()
                .filter(group -> group.contains(domain))
                .findFirst()
                .orElseGet(() -> Set.of(domain));
    }

    /** Whether both belong together. */
    public boolean together(String one, String other) {
        return of(one).contains(other);
    }
}
