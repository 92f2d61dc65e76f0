package org.jamestandem.imap.acl.james;

import java.util.List;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.MessageManager.FlagsUpdateMode;
import org.apache.james.mailbox.exception.InsufficientRightsException;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.mailbox.store.MessageBatcher;
import org.apache.james.mailbox.store.StoreMessageManager;
import org.jamestandem.imap.acl.Right;
import org.jamestandem.imap.acl.Rights;
import org.jamestandem.imap.acl.james.AccessControlledMailboxes.Found;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Copies and moves messages between mailboxes, as far as rights go (RFC 4314 §4). */
final class MessageTransfers {
    private static final Rights COPY = Rights.of(Right.READ);
    private static final Rights MOVE = Rights.of(Right.READ, Right.DELETE_MESSAGES, Right.EXPUNGE);
    private static final Rights ARRIVE = Rights.of(Right.INSERT);

    private final MessageBatcher batches;

    MessageTransfers(MessageBatcher batches) {
        this.batches = batches;
    }

    private interface Transfer {
        Mono<List<MessageRange>> between(
                StoreMessageManager source, StoreMessageManager target, MessageRange batch);
    }

    Flux<MessageRange> copy(
            MessageRange range, Mono<Found> from, Mono<Found> to, MailboxSession session) {
        return transfer(
                range,
                with(COPY, from),
                with(ARRIVE, to),
                session,
                (source, target, batch) -> source.copyTo(batch, target, session));
    }

    Flux<MessageRange> move(
            MessageRange range, Mono<Found> from, Mono<Found> to, MailboxSession session) {
        return transfer(
                range,
                with(MOVE, from),
                with(ARRIVE, to),
                session,
                (source, target, batch) -> source.moveTo(batch, target, session));
    }

    private Flux<MessageRange> transfer(
            MessageRange range,
            Mono<Found> from,
            Mono<Found> to,
            MailboxSession session,
            Transfer transfer) {
        return Mono.zip(from, to)
                .flatMapMany(
                        both -> {
                            Found target = both.getT2();
                            StoreMessageManager source = store(both.getT1());
                            return batches.batchMessagesReactive(
                                            range,
                                            batch ->
                                                    transfer.between(source, store(target), batch)
                                                            .flatMapIterable(done -> done))
                                    .concatMap(arrived -> arrived(target, arrived, session));
                        });
    }

    private static StoreMessageManager store(Found found) {
        return (StoreMessageManager) found.manager();
    }

    private static Mono<Found> with(Rights needed, Mono<Found> mailbox) {
        return mailbox.filter(found -> found.rights().members().containsAll(needed.members()))
                .switchIfEmpty(
                        Mono.error(() -> new InsufficientRightsException("Missing of " + needed)));
    }

    /** Flags that the user may not set do not arrive with a message (RFC 4314 §4). */
    private static Mono<MessageRange> arrived(
            Found target, MessageRange messages, MailboxSession session) {
        if (target.rights().members().containsAll(FlagRights.ALL.members())) {
            return Mono.just(messages);
        }
        MessageManager mailbox = target.manager();
        return mailbox.getApplicableFlagsReactive(session)
                .map(known -> FlagRights.refused(known, target.rights()))
                .flatMap(
                        refused ->
                                Mono.from(
                                        mailbox.setFlagsReactive(
                                                refused,
                                                FlagsUpdateMode.REMOVE,
                                                messages,
                                                session)))
                .thenReturn(messages);
    }
}
