package org.jamestandem.imap.acl.cassandra;

import java.util.stream.IntStream;
import org.jamestandem.imap.acl.Identifier;
import org.jamestandem.imap.acl.MailboxKey;
import org.jamestandem.imap.acl.Subject.User;

/**
 * How the shares of one identifier are spread. The numbers are part of stored keys and never
 * change.
 */
final class ShareBuckets {
    private static final int OF_A_USER = 1;
    private static final int OF_MANY = 8;

    private ShareBuckets() {}

    static IntStream of(Identifier identifier) {
        return IntStream.range(0, count(identifier));
    }

    static int of(Identifier identifier, MailboxKey mailbox) {
        return Math.floorMod(mailbox.id().hashCode(), count(identifier));
    }

    private static int count(Identifier identifier) {
        return identifier.subject() instanceof User ? OF_A_USER : OF_MANY;
    }
}
