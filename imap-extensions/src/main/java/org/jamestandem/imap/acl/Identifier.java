package org.jamestandem.imap.acl;

import java.util.Arrays;
import java.util.Locale;
import org.jamestandem.imap.acl.Subject.Group;
import org.jamestandem.imap.acl.Subject.Special;
import org.jamestandem.imap.acl.Subject.User;

/**
 * The first half of an access control entry (RFC 4314 §2): whom it is about, and whether it gives
 * rights or takes them away.
 *
 * @param negative whether the entry's rights are removed from its subject
 */
public record Identifier(Subject subject, boolean negative) implements Comparable<Identifier> {
    private static final String NEGATIVE_MARKER = "-";

    public static Identifier of(Subject subject) {
        return new Identifier(subject, false);
    }

    public static Identifier negative(Subject subject) {
        return new Identifier(subject, true);
    }

    /**
     * Reads an identifier as a client or our own storage wrote it.
     *
     * @throws InvalidIdentifier when its preparation fails or nothing is left of the name
     */
    public static Identifier parse(String text) {
        String prepared = SaslPrep.prepare(text);
        boolean negative = prepared.startsWith(NEGATIVE_MARKER);
        return new Identifier(subject(negative ? prepared.substring(1) : prepared), negative);
    }

    private static Subject subject(String text) {
        String name = text.toLowerCase(Locale.ROOT);
        if (name.startsWith(Subject.GROUP_MARKER)) {
            return new Group(name.substring(1));
        }
        return Arrays.stream(Special.values())
                .filter(special -> special.text().equals(name))
                .map(Subject.class::cast)
                .findFirst()
                .orElseGet(() -> new User(name));
    }

    static void requireName(String name) {
        if (name.isBlank()) {
            throw new InvalidIdentifier("The identifier has no name");
        }
        if (name.startsWith(NEGATIVE_MARKER) || name.startsWith(Subject.GROUP_MARKER)) {
            throw new InvalidIdentifier("The name must not start with '" + name.charAt(0) + "'");
        }
    }

    /** The canonical text; {@link #parse} reads it back. */
    public String text() {
        return (negative ? NEGATIVE_MARKER : "") + subject.text();
    }

    @Override
    public int compareTo(Identifier other) {
        return text().compareTo(other.text());
    }

    @Override
    public String toString() {
        return text();
    }
}
