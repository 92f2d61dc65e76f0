package org.jamestandem.distribution.mailbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.mail.Flags;
import org.apache.james.backends.cassandra.init.configuration.JamesExecutionProfiles.ConsistencyChoice;
import org.apache.james.mailbox.ModSeq;
import org.apache.james.mailbox.cassandra.ids.CassandraId;
import org.apache.james.mailbox.cassandra.ids.CassandraMessageId;
import org.apache.james.mailbox.cassandra.mail.CassandraIndexTableHandler;
import org.apache.james.mailbox.cassandra.mail.CassandraMessageIdDAO;
import org.apache.james.mailbox.cassandra.mail.CassandraMessageIdToImapUidDAO;
import org.apache.james.mailbox.cassandra.mail.CassandraMessageMetadata;
import org.apache.james.mailbox.model.ComposedMessageId;
import org.apache.james.mailbox.model.ComposedMessageIdWithMetaData;
import org.apache.james.mailbox.model.UpdatedFlags;
import org.apache.james.mailbox.store.FlagsUpdateCalculator;
import org.apache.james.mailbox.store.mail.ModSeqProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Changes the flags of many messages. Each message is one conditional write in a partition of its
 * own, so that many at once are as safe as one after the other: two writers of one message still
 * exclude each other, and the one that comes late reads again and tries again.
 */
final class FlagUpdates {
    /** Conditional writes on their way for one command. */
    static final int CONCURRENCY = 32;

    private static final Logger LOGGER = LoggerFactory.getLogger(FlagUpdates.class);

    private final ModSeqProvider modSeqs;
    private final CassandraMessageIdDAO byMailbox;
    private final CassandraMessageIdToImapUidDAO byMessage;
    private final CassandraIndexTableHandler projections;
    private final ConsistencyChoice rereading;
    private final int attempts;

    FlagUpdates(MessageTables tables) {
        this.modSeqs = tables.modSeqs();
        this.byMailbox = tables.byMailbox();
        this.byMessage = tables.byMessage();
        this.projections = tables.projections();
        this.rereading =
                tables.configuration().isMessageWriteStrongConsistency()
                        ? ConsistencyChoice.STRONG
                        : ConsistencyChoice.WEAK;
        this.attempts = tables.configuration().getFlagsUpdateMessageMaxRetry();
    }

    /** What became of the messages. */
    private static final class Outcome {
        private final List<UpdatedFlags> done = new ArrayList<>();
        private final List<ComposedMessageId> overtaken = new ArrayList<>();

        private void add(ComposedMessageId message, Optional<UpdatedFlags> update) {
            update.ifPresentOrElse(done::add, () -> overtaken.add(message));
        }
    }

    /**
     * @param messages as they were read a moment ago
     * @return what was done, also where nothing had to be changed
     */
    Mono<List<UpdatedFlags>> apply(
            CassandraId mailbox,
            FlagsUpdateCalculator change,
            Flux<ComposedMessageIdWithMetaData> messages) {
        return apply(mailbox, change, messages, attempts);
    }

    private Mono<List<UpdatedFlags>> apply(
            CassandraId mailbox,
            FlagsUpdateCalculator change,
            Flux<ComposedMessageIdWithMetaData> messages,
            int attemptsLeft) {
        return messages.collectList()
                .filter(list -> !list.isEmpty())
                .flatMap(
                        list ->
                                modSeqs.nextModSeqReactive(mailbox)
                                        .flatMap(modSeq -> writeAll(list, change, modSeq)))
                .flatMap(outcome -> project(mailbox, outcome))
                .flatMap(outcome -> again(mailbox, change, outcome, attemptsLeft))
                .defaultIfEmpty(List.of());
    }

    private Mono<Outcome> writeAll(
            List<ComposedMessageIdWithMetaData> messages,
            FlagsUpdateCalculator change,
            ModSeq modSeq) {
        return Flux.fromIterable(messages)
                .flatMapSequential(
                        message ->
                                write(message, change.buildNewFlags(message.getFlags()), modSeq)
                                        .map(update -> new Result(message, update)),
                        CONCURRENCY)
                .collect(Outcome::new, (all, one) -> all.add(one.id(), one.update()));
    }

    private record Result(ComposedMessageIdWithMetaData message, Optional<UpdatedFlags> update) {
        private ComposedMessageId id() {
            return message.getComposedMessageId();
        }
    }

    /** Empty inside when another writer was faster. */
    private Mono<Optional<UpdatedFlags>> write(
            ComposedMessageIdWithMetaData message, Flags flags, ModSeq modSeq) {
        if (message.getFlags().equals(flags)) {
            return Mono.just(Optional.of(update(message, flags, message.getModSeq())));
        }
        UpdatedFlags update = update(message, flags, modSeq);
        ComposedMessageId id = message.getComposedMessageId();
        return byMessage
                .updateMetadata(id, update, message.getModSeq())
                .flatMap(
                        written ->
                                written
                                        ? byMailbox
                                                .updateMetadata(id, update)
                                                .thenReturn(Optional.of(update))
                                        : Mono.just(Optional.empty()));
    }

    private static UpdatedFlags update(
            ComposedMessageIdWithMetaData message, Flags flags, ModSeq modSeq) {
        return UpdatedFlags.builder()
                .uid(message.getComposedMessageId().getUid())
                .messageId(message.getComposedMessageId().getMessageId())
                .modSeq(modSeq)
                .oldFlags(message.getFlags())
                .newFlags(flags)
                .build();
    }

    /** First unseen, recent, deleted, counters: derived tables, whose loss James repairs. */
    private Mono<Outcome> project(CassandraId mailbox, Outcome outcome) {
        return projections
                .updateIndexOnFlagsUpdate(mailbox, outcome.done)
                .onErrorResume(
                        error -> {
                            LOGGER.error(
                                    "tables derived from flags of {} miss an update",
                                    mailbox.serialize(),
                                    error);
                            return Mono.empty();
                        })
                .thenReturn(outcome);
    }

    private Mono<List<UpdatedFlags>> again(
            CassandraId mailbox, FlagsUpdateCalculator change, Outcome outcome, int attemptsLeft) {
        if (outcome.overtaken.isEmpty()) {
            return Mono.just(outcome.done);
        }
        if (attemptsLeft == 0) {
            return Mono.error(
                    new IllegalStateException(
                            "flags of %d messages in %s keep being changed by others"
                                    .formatted(outcome.overtaken.size(), mailbox.serialize())));
        }
        Flux<ComposedMessageIdWithMetaData> reread =
                Flux.fromIterable(outcome.overtaken).flatMap(this::reread, CONCURRENCY);
        return apply(mailbox, change, reread, attemptsLeft - 1)
                .map(
                        later -> {
                            outcome.done.addAll(later);
                            return outcome.done;
                        });
    }

    private Flux<ComposedMessageIdWithMetaData> reread(ComposedMessageId id) {
        return byMessage
                .retrieve(
                        (CassandraMessageId) id.getMessageId(),
                        Optional.of((CassandraId) id.getMailboxId()),
                        rereading)
                .map(CassandraMessageMetadata::getComposedMessageId);
    }
}
