package org.jamestandem.imap.acl;

/** What SETACL does to one entry (RFC 4314 §3.1): replace it, add to it, or take from it. */
public record RightsChange(Mode mode, Rights rights) {
    /** How the rights meet those already granted. */
    public enum Mode {
        REPLACE,
        ADD,
        REMOVE
    }

    public static RightsChange replace(Rights rights) {
        return new RightsChange(Mode.REPLACE, rights);
    }

    public static RightsChange add(Rights rights) {
        return new RightsChange(Mode.ADD, rights);
    }

    public static RightsChange remove(Rights rights) {
        return new RightsChange(Mode.REMOVE, rights);
    }

    /**
     * The third argument of SETACL.
     *
     * @throws InvalidRights when a letter is no right
     */
    public static RightsChange parse(String text) {
        if (text.startsWith("+")) {
            return add(Rights.parse(text.substring(1)));
        }
        return text.startsWith("-")
                ? remove(Rights.parse(text.substring(1)))
                : replace(Rights.parse(text));
    }

    /** The rights of an entry after this change. */
    public Rights appliedTo(Rights before) {
        return switch (mode) {
            case REPLACE -> rights;
            case ADD -> before.plus(rights);
            case REMOVE -> before.minus(rights);
        };
    }

    /** The same change, said about the set of rights that are withheld. */
    public RightsChange inverted() {
        return switch (mode) {
            case REPLACE -> replace(Rights.ALL.minus(rights));
            case ADD -> remove(rights);
            case REMOVE -> add(rights);
        };
    }
}
