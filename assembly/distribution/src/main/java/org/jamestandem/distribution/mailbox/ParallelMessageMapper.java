package org.jamestandem.distribution.mailbox;

import com.google.common.collect.ImmutableMap;
import java.time.Clock;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import javax.mail.Flags;
import org.apache.james.mailbox.MessageManager.FlagsUpdateMode;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.cassandra.ids.CassandraId;
import org.apache.james.mailbox.cassandra.mail.CassandraAttachmentMapper;
import org.apache.james.mailbox.cassandra.mail.CassandraMessageMapper;
import org.apache.james.mailbox.cassandra.mail.CassandraMessageMetadata;
import org.apache.james.mailbox.cassandra.mail.task.RecomputeMailboxCountersService;
import org.apache.james.mailbox.model.ComposedMessageId;
import org.apache.james.mailbox.model.ComposedMessageIdWithMetaData;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MessageMetaData;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.mailbox.model.UpdatedFlags;
import org.apache.james.mailbox.store.FlagsUpdateCalculator;
import org.apache.james.mailbox.store.mail.model.MailboxMessage;
import org.apache.james.util.streams.Limit;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * James' access to messages on Cassandra, with what concerns many messages at once done many at a
 * time. The tables, the conditional writes and the consistency are James'.
 */
final class ParallelMessageMapper extends CassandraMessageMapper {
    private static final byte[] NO_HEADER = {};
    private static final int READS_AT_ONCE = 16;

    private final MessageTables tables;
    private final MessageRows rows;
    private final FlagUpdates flagUpdates;
    private final Clock clock;

    ParallelMessageMapper(
            MessageTables tables,
            CassandraAttachmentMapper attachments,
            RecomputeMailboxCountersService counters,
            Clock clock) {
        super(
                tables.uids(),
                tables.modSeqs(),
                attachments,
                tables.messagesBefore3(),
                tables.messages(),
                tables.byMailbox(),
                tables.byMessage(),
                tables.counters(),
                tables.recents(),
                tables.applicableFlags(),
                tables.projections(),
                tables.firstUnseen(),
                tables.deleted(),
                tables.blobs(),
                tables.configuration(),
                tables.batchSizes(),
                counters,
                clock);
        this.tables = tables;
        this.rows = new MessageRows(tables);
        this.flagUpdates = new FlagUpdates(tables);
        this.clock = clock;
    }

    @Override
    public Mono<List<UpdatedFlags>> updateFlagsReactive(
            Mailbox mailbox, FlagsUpdateCalculator change, MessageRange range) {
        return flagUpdates.apply(id(mailbox), change, metadata(id(mailbox), range));
    }

    @Override
    public Mono<List<UpdatedFlags>> resetRecentReactive(Mailbox mailbox) {
        CassandraId id = id(mailbox);
        FlagsUpdateCalculator notRecent =
                new FlagsUpdateCalculator(new Flags(Flags.Flag.RECENT), FlagsUpdateMode.REMOVE);
        Flux<ComposedMessageIdWithMetaData> recent =
                tables.recents()
                        .getRecentMessageUidsInMailbox(id)
                        .collectList()
                        .flatMapIterable(MessageRange::toRanges)
                        .concatMap(range -> metadata(id, range))
                        .filter(message -> message.getFlags().contains(Flags.Flag.RECENT));
        return flagUpdates.apply(id, notRecent, recent);
    }

    @Override
    public Mono<List<MessageMetaData>> copyReactive(
            Mailbox mailbox, List<MailboxMessage> originals) {
        if (originals.isEmpty()) {
            return Mono.empty();
        }
        CassandraId id = id(mailbox);
        originals.forEach(this::asNew);
        return Mono.zip(
                        tables.uids().nextUids(id, originals.size()),
                        tables.modSeqs().nextModSeqReactive(id))
                .doOnNext(
                        numbers -> {
                            for (int i = 0; i < originals.size(); i++) {
                                originals.get(i).setUid(numbers.getT1().get(i));
                                originals.get(i).setModSeq(numbers.getT2());
                            }
                        })
                .then(Mono.defer(() -> rows.insert(id, originals)))
                .then(
                        Mono.fromCallable(
                                () -> originals.stream().map(MailboxMessage::metaData).toList()));
    }

    private void asNew(MailboxMessage message) {
        Flags flags = message.createFlags();
        flags.add(Flags.Flag.RECENT);
        message.setFlags(flags);
        message.setSaveDate(Date.from(clock.instant()));
    }

    @Override
    public Mono<List<MessageMetaData>> moveReactive(
            Mailbox destination, List<MailboxMessage> originals) {
        if (originals.isEmpty()) {
            return Mono.empty();
        }
        List<ComposedMessageIdWithMetaData> before =
                originals.stream().map(MailboxMessage::getComposedMessageIdWithMetaData).toList();
        CassandraId source = (CassandraId) originals.get(0).getMailboxId();
        return copyReactive(destination, originals)
                .flatMap(moved -> remove(source, before).thenReturn(moved));
    }

    private Mono<Void> remove(
            CassandraId mailbox, Collection<ComposedMessageIdWithMetaData> messages) {
        List<ComposedMessageId> ids =
                messages.stream().map(ComposedMessageIdWithMetaData::getComposedMessageId).toList();
        return rows.delete(mailbox, ids)
                .then(tables.projections().updateIndexOnDeleteComposedId(mailbox, messages));
    }

    @Override
    public Mono<Map<MessageUid, MessageMetaData>> deleteMessagesReactive(
            Mailbox mailbox, List<MessageUid> uids) {
        CassandraId id = id(mailbox);
        return Flux.fromIterable(MessageRange.toRanges(uids))
                .concatMap(
                        range -> tables.byMailbox().retrieveMessages(id, range, Limit.unlimited()))
                .collectList()
                .flatMap(
                        messages ->
                                known(messages)
                                        .flatMap(
                                                known ->
                                                        rows.delete(id, ids(messages))
                                                                .then(forget(id, known))
                                                                .thenReturn(known)));
    }

    private Mono<Void> forget(CassandraId mailbox, Map<MessageUid, MessageMetaData> messages) {
        return tables.projections().updateIndexOnDelete(mailbox, messages.values());
    }

    private static List<ComposedMessageId> ids(List<CassandraMessageMetadata> messages) {
        return messages.stream()
                .map(message -> message.getComposedMessageId().getComposedMessageId())
                .toList();
    }

    private Mono<Map<MessageUid, MessageMetaData>> known(List<CassandraMessageMetadata> messages) {
        return Flux.fromIterable(messages)
                .flatMapSequential(this::known, READS_AT_ONCE)
                .collect(
                        ImmutableMap.toImmutableMap(
                                MailboxMessage::getUid, MailboxMessage::metaData));
    }

    /** Rows that an older James wrote lack what the message's own row has. */
    private Mono<MailboxMessage> known(CassandraMessageMetadata message) {
        if (message.isComplete()) {
            return Mono.just(message.asMailboxMessage(NO_HEADER));
        }
        ComposedMessageIdWithMetaData id = message.getComposedMessageId();
        return tables.messages()
                .retrieveMessage(id, FetchType.METADATA)
                .switchIfEmpty(
                        Mono.defer(
                                () ->
                                        tables.messagesBefore3()
                                                .retrieveMessage(id, FetchType.METADATA)))
                .map(content -> content.toMailboxMessage(id, List.of(), message.getSaveDate()));
    }

    private Flux<ComposedMessageIdWithMetaData> metadata(CassandraId mailbox, MessageRange range) {
        return tables.byMailbox()
                .retrieveMessages(mailbox, range, Limit.unlimited())
                .map(CassandraMessageMetadata::getComposedMessageId);
    }

    private static CassandraId id(Mailbox mailbox) {
        return (CassandraId) mailbox.getMailboxId();
    }
}
