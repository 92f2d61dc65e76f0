package org.jamestandem.imap.search.james;

import java.util.List;

/**
 * Which mailboxes a command is about (RFC 5465 §6, RFC 7377 §2.2).
 *
 * @param kind how they are named
 * @param names those that the client gave; none for kinds that take none
 */
record MailboxSource(Kind kind, List<String> names) {
    /** The selected mailbox alone. */
    static final MailboxSource SELECTED = new MailboxSource(Kind.SELECTED, List.of());

    /** How mailboxes are named. */
    enum Kind {
        SELECTED(false),
        /** Where mail is delivered to: any, since filters choose. */
        INBOXES(false),
        PERSONAL(false),
        SUBSCRIBED(false),
        /** Those and all below them. */
        SUBTREE(true),
        /** Those and the ones directly below them. */
        SUBTREE_ONE(true),
        MAILBOXES(true);

        private final boolean named;

        Kind(boolean named) {
            this.named = named;
        }

        /** Whether names follow. */
        boolean isNamed() {
            return named;
        }
    }

    MailboxSource {
        names = List.copyOf(names);
    }
}
