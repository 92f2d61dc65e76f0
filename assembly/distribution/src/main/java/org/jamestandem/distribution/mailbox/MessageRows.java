package org.jamestandem.distribution.mailbox;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.apache.james.backends.cassandra.utils.CassandraAsyncExecutor;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.cassandra.ids.CassandraId;
import org.apache.james.mailbox.cassandra.ids.CassandraMessageId;
import org.apache.james.mailbox.cassandra.mail.CassandraIndexTableHandler;
import org.apache.james.mailbox.cassandra.mail.CassandraMessageIdDAO;
import org.apache.james.mailbox.cassandra.mail.CassandraMessageIdToImapUidDAO;
import org.apache.james.mailbox.cassandra.mail.CassandraMessageMetadata;
import org.apache.james.mailbox.model.ComposedMessageId;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.mailbox.store.mail.model.MailboxMessage;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Puts messages into a mailbox and takes them out: a row for the message, which comes first and
 * goes first, and a row in the mailbox's partition.
 */
final class MessageRows {
    /** Writes on their way for one command. */
    private static final int CONCURRENCY = 32;

    private static final int ATTEMPTS = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(10);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final CassandraMessageIdDAO byMailbox;
    private final CassandraMessageIdToImapUidDAO byMessage;
    private final CassandraIndexTableHandler projections;
    private final CassandraAsyncExecutor executor;
    private final PreparedStatement deleteRange;

    MessageRows(MessageTables tables) {
        this.byMailbox = tables.byMailbox();
        this.byMessage = tables.byMessage();
        this.projections = tables.projections();
        this.executor = new CassandraAsyncExecutor(tables.session());
        this.deleteRange =
                tables.session()
                        .prepare(
                                "DELETE FROM messageIdTable"
                                        + " WHERE mailboxId = ? AND uid >= ? AND uid <= ?");
    }

    /** Messages that have their uids and modification sequences. */
    Mono<Void> insert(CassandraId mailbox, List<MailboxMessage> messages) {
        return Flux.fromIterable(messages)
                .map(message -> CassandraMessageMetadata.from(message).withMailboxId(mailbox))
                .flatMap(this::insert, CONCURRENCY)
                .then(projections.updateIndexOnAdd(messages, mailbox));
    }

    private Mono<Void> insert(CassandraMessageMetadata message) {
        return byMessage
                .insert(message)
                .then(
                        byMailbox
                                .insert(message)
                                .retryWhen(
                                        Retry.backoff(ATTEMPTS, FIRST_PAUSE)
                                                .maxBackoff(LONGEST_PAUSE)));
    }

    /**
     * Takes them out. Derived tables are the caller's. In the mailbox's partition each run of uids
     * leaves one tombstone instead of one for each message.
     */
    Mono<Void> delete(CassandraId mailbox, Collection<ComposedMessageId> messages) {
        List<MessageUid> uids = messages.stream().map(ComposedMessageId::getUid).sorted().toList();
        return Flux.fromIterable(messages)
                .map(message -> (CassandraMessageId) message.getMessageId())
                .flatMap(message -> byMessage.delete(message, mailbox), CONCURRENCY)
                .thenMany(Flux.fromIterable(MessageRange.toRanges(uids)))
                .flatMap(range -> delete(mailbox, range), CONCURRENCY)
                .then();
    }

    private Mono<Void> delete(CassandraId mailbox, MessageRange range) {
        return executor.executeVoid(
                deleteRange.bind(
                        mailbox.asUuid(), range.getUidFrom().asLong(), range.getUidTo().asLong()));
    }
}
