package org.jamestandem.distribution.queue.cassandra;

import java.time.Instant;
import java.util.UUID;
import org.apache.james.mailrepository.api.MailKey;
import org.apache.james.mailrepository.api.MailRepositoryUrl;

/**
 * Where a mail of a queue is kept.
 *
 * @param id of this stay in the queue, a time-based UUID
 * @param hour in which it came, in hours since 1970: the partition of its row
 * @param name of the mail, which others may have too
 * @param due not handed out before
 */
record KeptMail(String queue, UUID id, int hour, String name, Instant due) {
    /** Nobody else's, so that mails of one name do not meet. */
    MailRepositoryUrl place() {
        return MailRepositoryUrl.from("queue://" + queue + "/" + id);
    }

    MailKey key() {
        return new MailKey(name);
    }

    KeptMail dueAt(Instant instant) {
        return new KeptMail(queue, id, hour, name, instant);
    }
}
