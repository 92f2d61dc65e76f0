package org.jamestandem.imap.acl.cassandra;

import java.util.stream.IntStream;
import org.jamestandem.imap.acl.MailboxKey;
import org.jamestandem.imap.acl.Subject;
import org.jamestandem.imap.acl.Subject.Special;
import org.jamestandem.imap.acl.Subject.User;

/**
 * How the shares of one subject are spread. The numbers are part of stored keys and never change.
 */
final class ShareBuckets {
    private static final int OF_ONE = 1;
    private static final int OF_MANY = 8;

    private ShareBuckets() {}

    static IntStream of(Subject subject) {
        return IntStream.range(0, count(subject));
    }

    static int of(Subject subject, MailboxKey mailbox) {
        return Math.floorMod(mailbox.id().hashCode(), count(subject));
    }

    private static int count(Subject subject) {
        return subject instanceof User || subject == Special.OWNER ? OF_ONE : OF_MANY;
    }
}
