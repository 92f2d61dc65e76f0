package org.jamestandem.imap.acl;

import java.util.regex.Pattern;

/**
 * An entry that an operator has for many mailboxes.
 *
 * @param mailboxes {@code OWNER/NAME}, each with {@code *} for any characters
 */
public record StandingEntry(String mailboxes, Grant entry) {
    private static final String ANY = "*";

    public StandingEntry {
        if (mailboxes.indexOf('/') < 1 || mailboxes.endsWith("/")) {
            throw new IllegalArgumentException("not OWNER/NAME: " + mailboxes);
        }
    }

    /** Whether it is for that mailbox. */
    public boolean isFor(NamedMailbox mailbox) {
        return mayBeFor(mailbox.key().owner()) && matches(name(), mailbox.name());
    }

    /** Whether it may be for some mailbox of that owner. */
    public boolean mayBeFor(String owner) {
        return matches(owner(), owner);
    }

    /** Whose mailboxes it is for, when that is one owner. */
    public boolean isForOneOwner() {
        return !owner().contains(ANY);
    }

    /** The owner as it is written. */
    public String owner() {
        return mailboxes.substring(0, mailboxes.indexOf('/'));
    }

    private String name() {
        return mailboxes.substring(mailboxes.indexOf('/') + 1);
    }

    private static boolean matches(String pattern, String text) {
        String[] parts = pattern.split(Pattern.quote(ANY), -1);
        if (parts.length == 1) {
            return pattern.equals(text);
        }
        String last = parts[parts.length - 1];
        int end = text.length() - last.length();
        int at = parts[0].length();
        if (!text.startsWith(parts[0]) || !text.endsWith(last) || end < at) {
            return false;
        }
        for (int part = 1; part < parts.length - 1; part++) {
            int found = text.indexOf(parts[part], at);
            if (found < 0 || found + parts[part].length() > end) {
                return false;
            }
            at = found + parts[part].length();
        }
        return true;
    }
}
