package org.jamestandem.pop3.maildrop.james;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.model.FetchGroup;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.MessageId;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.mailbox.model.MessageResult;
import org.jamestandem.pop3.maildrop.Place;
import org.jamestandem.pop3.policy.FolderName;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Moves messages between folders of one user, in portions that fit into memory. */
final class Relocation {
    private static final int PORTION = 100;

    private final MailboxManager mailboxes;
    private final MailboxSession session;
    private final UserFolders folders;

    Relocation(MailboxManager mailboxes, MailboxSession session, UserFolders folders) {
        this.mailboxes = mailboxes;
        this.session = session;
        this.folders = folders;
    }

    /**
     * Moves the first copy of each message that is still there; completes with the places that are
     * then still to be removed. Of a message of which nothing could be moved there are none.
     */
    Mono<List<Place>> move(
            Collection<List<Place>> messages, FolderName destination, boolean again) {
        return folders.findOrCreate(destination)
                .flatMap(
                        target ->
                                present(target, again)
                                        .flatMap(
                                                there -> moveAll(messages, target.getId(), there)));
    }

    private Mono<Set<MessageId>> present(MessageManager target, boolean again) {
        return again
                ? read(target, MessageRange.all())
                        .map(MessageResult::getMessageId)
                        .collect(Collectors.toSet())
                : Mono.just(Set.of());
    }

    private Mono<List<Place>> moveAll(
            Collection<List<Place>> messages, MailboxId target, Set<MessageId> there) {
        Map<FolderName, List<Place>> alone =
                messages.stream()
                        .filter(places -> places.size() == 1)
                        .map(places -> places.get(0))
                        .collect(Collectors.groupingBy(Place::folder));
        return Flux.fromIterable(alone.entrySet())
                .concatMap(
                        one ->
                                source(one.getKey())
                                        .flatMapMany(
                                                from ->
                                                        moveFrom(
                                                                from,
                                                                one.getValue(),
                                                                target,
                                                                there)))
                .concatWith(
                        Flux.fromIterable(messages)
                                .filter(places -> places.size() > 1)
                                .concatMap(places -> moveOneOf(places, target, there)))
                .collectList();
    }

    /** Looks whether the folder is still there: its name may stand for another one meanwhile. */
    private Mono<MessageManager> source(FolderName name) {
        return folders.find(name)
                .flatMap(folder -> Mono.from(mailboxes.getMailboxReactive(folder.getId(), session)))
                .onErrorResume(MailboxNotFoundException.class, gone -> Mono.empty());
    }

    private Flux<Place> moveOneOf(List<Place> copies, MailboxId target, Set<MessageId> there) {
        return Flux.fromIterable(copies)
                .concatMap(place -> isThen(place, target, there))
                .filter(isThere -> isThere)
                .next()
                .flatMapIterable(any -> copies);
    }

    /** Whether the message is in the target once this copy has been moved, if it can be. */
    private Mono<Boolean> isThen(Place place, MailboxId target, Set<MessageId> there) {
        return source(place.folder())
                .flatMap(
                        from ->
                                leftover(from, List.of(place), there)
                                        .hasElements()
                                        .flatMap(
                                                already ->
                                                        already
                                                                ? Mono.just(true)
                                                                : move(
                                                                                range(place),
                                                                                from.getId(),
                                                                                target)
                                                                        .hasElements()));
    }

    private Flux<Place> moveFrom(
            MessageManager from, List<Place> places, MailboxId target, Set<MessageId> there) {
        return leftover(from, places, there)
                .collectList()
                .flatMapMany(
                        leftover -> {
                            List<MessageUid> uids =
                                    places.stream()
                                            .filter(place -> !leftover.contains(place))
                                            .map(place -> MessageUid.of(place.uid()))
                                            .sorted()
                                            .toList();
                            return Flux.fromIterable(uids)
                                    .buffer(PORTION)
                                    .concatMapIterable(MessageRange::toRanges)
                                    .concatMap(range -> move(range, from.getId(), target))
                                    .thenMany(Flux.fromIterable(leftover));
                        });
    }

    /** Those that an earlier try has copied but not removed. */
    private Flux<Place> leftover(MessageManager from, List<Place> places, Set<MessageId> there) {
        return there.isEmpty()
                ? Flux.empty()
                : Flux.fromIterable(places)
                        .concatMap(
                                place ->
                                        read(from, range(place))
                                                .filter(m -> there.contains(m.getMessageId()))
                                                .map(any -> place));
    }

    private Flux<MessageRange> move(MessageRange range, MailboxId from, MailboxId to) {
        return Flux.from(mailboxes.moveMessagesReactive(range, from, to, session));
    }

    private static MessageRange range(Place place) {
        return MessageUid.of(place.uid()).toRange();
    }

    private Flux<MessageResult> read(MessageManager folder, MessageRange range) {
        return Flux.from(folder.getMessagesReactive(range, FetchGroup.MINIMAL, session));
    }
}
