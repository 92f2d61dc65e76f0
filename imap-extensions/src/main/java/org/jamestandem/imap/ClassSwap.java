package org.jamestandem.imap;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.james.utils.ClassName;

/**
 * What a feature does to one list of James' IMAP classes: some leave it, others join it.
 *
 * @param removed classes of James whose work a class of ours does instead
 * @param added our classes, built by Guice
 */
public record ClassSwap(Set<Class<?>> removed, List<Class<?>> added) {
    /** Leaves the list as it is. */
    public static final ClassSwap NONE = new ClassSwap(Set.of(), List.of());

    public ClassSwap {
        removed = Set.copyOf(removed);
        added = List.copyOf(added);
    }

    /** Only adds; for commands and responses that James does not know. */
    public static ClassSwap add(Class<?>... added) {
        return new ClassSwap(Set.of(), List.of(added));
    }

    /** Puts {@code ours} where James has {@code theirs}. */
    public static ClassSwap replace(Class<?> theirs, Class<?> ours) {
        return new ClassSwap(Set.of(theirs), List.of(ours));
    }

    /**
     * This swap and another one.
     *
     * @throws IllegalStateException when both take the same class of James away, since James cannot
     *     start with two classes for one command
     */
    public ClassSwap and(ClassSwap other) {
        for (Class<?> type : other.removed) {
            if (removed.contains(type)) {
                throw new IllegalStateException("replaced twice: " + type.getName());
            }
        }
        return new ClassSwap(
                Set.copyOf(Stream.concat(removed.stream(), other.removed.stream()).toList()),
                Stream.concat(added.stream(), other.added.stream()).toList());
    }

    /**
     * The list with this swap made.
     *
     * @throws IllegalStateException when a class to remove is not in the list
     */
    List<ClassName> in(Collection<ClassName> stock) {
        List<ClassName> leaving = removed.stream().map(ClassSwap::name).toList();
        for (ClassName name : leaving) {
            if (!stock.contains(name)) {
                throw new IllegalStateException("not in James' list: " + name.getName());
            }
        }
        return Stream.concat(
                        stock.stream().filter(name -> !leaving.contains(name)),
                        added.stream().map(ClassSwap::name))
                .toList();
    }

    private static ClassName name(Class<?> type) {
        return new ClassName(type.getName());
    }
}
