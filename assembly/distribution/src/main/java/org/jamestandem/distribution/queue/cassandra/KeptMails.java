package org.jamestandem.distribution.queue.cassandra;

import com.datastax.oss.driver.api.core.uuid.Uuids;
import com.google.inject.Inject;
import java.time.Instant;
import java.util.List;
import javax.mail.MessagingException;
import javax.mail.internet.MimeMessage;
import org.apache.james.blob.api.Store;
import org.apache.james.blob.mail.MimeMessagePartsId;
import org.apache.james.blob.mail.MimeMessageStore;
import org.apache.james.mailrepository.cassandra.CassandraMailRepositoryMailDaoV2;
import org.apache.james.mailrepository.cassandra.CassandraMailRepositoryMailDaoV2.MailDTO;
import org.apache.james.server.core.MailImpl;
import org.apache.james.server.core.MimeMessageWrapper;
import org.apache.mailet.Mail;
import reactor.core.publisher.Mono;

/**
 * Mails of queues in Cassandra: envelope and attributes in James' table of kept mails, contents as
 * blobs, and a row that says what is in the queue.
 *
 * <p>That row is written last and deleted first. A process that dies in between leaves contents
 * that nobody asks for, never a mail that is in the queue without its contents.
 */
final class KeptMails {
    private final QueueRows rows;
    private final CassandraMailRepositoryMailDaoV2 envelopes;
    private final Store<MimeMessage, MimeMessagePartsId> contents;

    @Inject
    KeptMails(
            QueueRows rows,
            CassandraMailRepositoryMailDaoV2 envelopes,
            MimeMessageStore.Factory contents) {
        this.rows = rows;
        this.envelopes = envelopes;
        this.contents = contents.mimeMessageStore();
    }

    /** Keeps the mail; once this completes, it outlives the process. */
    Mono<KeptMail> keep(String queue, Mail mail, Instant now, Instant due) {
        KeptMail kept =
                new KeptMail(queue, Uuids.timeBased(), QueueRows.hour(now), mail.getName(), due);
        return Mono.fromCallable(mail::getMessage)
                .flatMap(contents::save)
                .flatMap(
                        parts ->
                                envelopes.store(
                                        kept.place(),
                                        mail,
                                        parts.getHeaderBlobId(),
                                        parts.getBodyBlobId()))
                .then(rows.insert(kept))
                .thenReturn(kept);
    }

    /** The same mail at another time. */
    Mono<KeptMail> postpone(KeptMail mail, Instant due) {
        KeptMail later = mail.dueAt(due);
        return rows.insert(later).thenReturn(later);
    }

    /** All mails of a queue, oldest first. */
    List<KeptMail> of(String queue) {
        return rows.of(queue);
    }

    /** The mail with its contents; empty when it was removed. */
    Mono<Mail> load(KeptMail kept) {
        return read(kept)
                .flatMap(
                        found ->
                                contents.read(parts(found))
                                        .flatMap(message -> whole(found, message)));
    }

    /** The mail without its contents; empty when it was removed. */
    Mono<Mail> envelope(KeptMail kept) {
        return read(kept).map(found -> found.getMailBuilder().build());
    }

    /** Forgets the mail. Doing it twice changes nothing. */
    Mono<Void> remove(KeptMail kept) {
        return rows.delete(kept)
                .then(read(kept))
                .flatMap(
                        found ->
                                envelopes
                                        .remove(kept.place(), kept.key())
                                        .then(Mono.from(contents.delete(parts(found)))));
    }

    private Mono<MailDTO> read(KeptMail kept) {
        return envelopes.read(kept.place(), kept.key()).flatMap(Mono::justOrEmpty);
    }

    private static Mono<Mail> whole(MailDTO found, MimeMessage message) {
        return Mono.fromCallable(
                () -> {
                    MailImpl mail = found.getMailBuilder().build();
                    setMessage(mail, message);
                    return mail;
                });
    }

    private static void setMessage(MailImpl mail, MimeMessage message) throws MessagingException {
        if (message instanceof MimeMessageWrapper wrapper) {
            mail.setMessageNoCopy(wrapper);
        } else {
            mail.setMessage(message);
        }
    }

    private static MimeMessagePartsId parts(MailDTO mail) {
        return MimeMessagePartsId.builder()
                .headerBlobId(mail.getHeaderBlobId())
                .bodyBlobId(mail.getBodyBlobId())
                .build();
    }
}
