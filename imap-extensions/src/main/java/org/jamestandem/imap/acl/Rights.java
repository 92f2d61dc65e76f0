package org.jamestandem.imap.acl;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A set of rights.
 *
 * <p>The obsolete {@code c} and {@code d} are views, never members (RFC 4314 §2.1.1): {@code c}
 * stands for {@code k} and {@code x}, {@code d} for {@code e} and {@code t}.
 */
public record Rights(Set<Right> members) {
    /** No right at all. */
    public static final Rights NONE = new Rights(Set.of());

    /** Every standard right. */
    public static final Rights ALL = new Rights(EnumSet.allOf(Right.class));

    private static final Rights OBSOLETE_CREATE = of(Right.CREATE, Right.DELETE_MAILBOX);
    private static final Rights OBSOLETE_DELETE = of(Right.EXPUNGE, Right.DELETE_MESSAGES);

    public Rights {
        members = Collections.unmodifiableSet(copy(members));
    }

    /** The set of exactly these rights. */
    public static Rights of(Right... rights) {
        return new Rights(copy(Set.of(rights)));
    }

    /**
     * Reads what a client wrote, {@code c} and {@code d} included.
     *
     * @throws InvalidRights for anything that is not a standard right
     */
    public static Rights parse(String text) {
        return text.chars().mapToObj(c -> letter((char) c)).reduce(NONE, Rights::plus);
    }

    private static Rights letter(char letter) {
        return switch (letter) {
            case 'c' -> OBSOLETE_CREATE;
            case 'd' -> OBSOLETE_DELETE;
            default -> Right.of(letter).map(Rights::of).orElseThrow(() -> unknown(letter));
        };
    }

    private static InvalidRights unknown(char letter) {
        if (letter >= 'A' && letter <= 'Z') {
            return new InvalidRights("Uppercase rights are not allowed");
        }
        return letter > ' ' && letter < 0x7F
                ? new InvalidRights("The " + letter + " right is not supported")
                : new InvalidRights("Rights are lower case letters");
    }

    /** Union. */
    public Rights plus(Rights other) {
        EnumSet<Right> union = copy(members);
        union.addAll(other.members);
        return new Rights(union);
    }

    /** Difference. */
    public Rights minus(Rights other) {
        EnumSet<Right> difference = copy(members);
        difference.removeAll(other.members);
        return new Rights(difference);
    }

    public boolean contains(Right right) {
        return members.contains(right);
    }

    /** Whether at least one of these is granted. */
    public boolean containsAny(Rights others) {
        return others.members.stream().anyMatch(members::contains);
    }

    public boolean isEmpty() {
        return members.isEmpty();
    }

    /** The letters as stored: standard rights only. */
    public String letters() {
        return members.stream()
                .map(right -> String.valueOf(right.letter()))
                .collect(Collectors.joining());
    }

    /** The letters as ACL and MYRIGHTS responses show them, with the obsolete views. */
    public String wireText() {
        return letters()
                + (containsAny(OBSOLETE_CREATE) ? "c" : "")
                + (containsAny(OBSOLETE_DELETE) ? "d" : "");
    }

    private static EnumSet<Right> copy(Collection<Right> rights) {
        EnumSet<Right> copy = EnumSet.noneOf(Right.class);
        copy.addAll(rights);
        return copy;
    }

    @Override
    public String toString() {
        return letters();
    }
}
