package org.jamestandem.imap.sharing;

import java.util.Locale;
import java.util.Optional;

/**
 * The one name that each mailbox of somebody else has for a user. Owners of the user's own domain
 * are named by their local part, all others in full; the public account's mailboxes are in the
 * shared namespace and nowhere else.
 */
public final class SharedNames {
    private final Namespaces namespaces;

    public SharedNames(Namespaces namespaces) {
        this.namespaces = namespaces;
    }

    /** Where the names are. */
    public Namespaces namespaces() {
        return namespaces;
    }

    /** Whether that is a name in one of the namespaces, of a mailbox or not. */
    public boolean isForeign(String name) {
        return startsWith(name, namespaces.otherUsers()) || startsWith(name, namespaces.shared());
    }

    /**
     * What that mailbox is called by a user who is not its owner.
     *
     * @param viewer canonical login name
     */
    public String nameFor(String viewer, OwnedName mailbox) {
        return prefixFor(viewer, mailbox.owner()) + mailbox.mailbox();
    }

    /** What the names of all mailboxes of that owner start with, the delimiter included. */
    public String prefixFor(String viewer, String owner) {
        return isPublic(viewer, owner)
                ? namespaces.shared()
                : namespaces.otherUsers() + level(viewer, owner) + Namespaces.DELIMITER;
    }

    /**
     * Which mailbox of somebody else that name means; empty when it can mean none. Only the one
     * name that {@link #nameFor} gives means a mailbox, but for the case of prefix and owner.
     */
    public Optional<OwnedName> mailbox(String viewer, String name) {
        if (namespaces.hasShared() && startsWith(name, namespaces.shared())) {
            return owned(
                    viewer,
                    namespaces.publicAccountOf(viewer),
                    name.substring(namespaces.shared().length()));
        }
        return startsWith(name, namespaces.otherUsers())
                ? ofUser(viewer, name.substring(namespaces.otherUsers().length()))
                : Optional.empty();
    }

    private Optional<OwnedName> ofUser(String viewer, String rest) {
        int end = rest.indexOf(Namespaces.DELIMITER);
        if (end < 1) {
            return Optional.empty();
        }
        String level = rest.substring(0, end).toLowerCase(Locale.ROOT);
        String owner = owner(viewer, OwnerLevel.unescape(level));
        return level.equals(level(viewer, owner)) && !isPublic(viewer, owner)
                ? owned(viewer, owner, rest.substring(end + 1))
                : Optional.empty();
    }

    private static Optional<OwnedName> owned(String viewer, String owner, String mailbox) {
        return owner.equals(viewer) || mailbox.isEmpty()
                ? Optional.empty()
                : Optional.of(new OwnedName(owner, mailbox));
    }

    private boolean isPublic(String viewer, String owner) {
        return namespaces.hasShared() && owner.equals(namespaces.publicAccountOf(viewer));
    }

    /** A login name without a domain, seen from within a domain, ends with {@code @}. */
    private static String level(String viewer, String owner) {
        String domain = domain(viewer);
        if (domain(owner).equals(domain)) {
            return OwnerLevel.escape(owner.substring(0, owner.length() - domain.length()));
        }
        return OwnerLevel.escape(owner.contains("@") ? owner : owner + "@");
    }

    private static String owner(String viewer, String unescaped) {
        if (!unescaped.contains("@")) {
            return unescaped + domain(viewer);
        }
        return unescaped.endsWith("@") ? unescaped.substring(0, unescaped.length() - 1) : unescaped;
    }

    /** The domain with its {@code @}; empty without one. */
    private static String domain(String user) {
        int at = user.lastIndexOf('@');
        return at < 0 ? "" : user.substring(at);
    }

    private static boolean startsWith(String name, String prefix) {
        return name.regionMatches(true, 0, prefix, 0, prefix.length());
    }
}
