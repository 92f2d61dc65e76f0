package org.jamestandem.pop3.maildrop.james;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.MessageUid;
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
     * Moves each message's first copy; completes with the places that are then still to be removed.
     */
    Mono<List<Place>> move(
            Collection<List<Place>> messages, FolderName destination, boolean again) {
        Map<FolderName, List<Place>> byFolder =
                messages.stream()
                        .map(places -> places.get(0))
                        .collect(Collectors.groupingBy(Place::folder));
        List<Place> copies = new ArrayList<>();
        messages.forEach(places -> copies.addAll(places.subList(1, places.size())));
        return folders.findOrCreate(destination)
                .flatMap(
                        target ->
                                present(target, again)
                                        .flatMap(there -> moveAll(byFolder, target, there))
                                        .map(
                                                moved -> {
                                                    copies.addAll(moved);
                                                    return copies;
                                                }));
    }

    private Mono<Set<MessageId>> present(MessageManager target, boolean again) {
        return again
                ? read(target, MessageRange.all())
                        .map(MessageResult::getMessageId)
                        .collect(Collectors.toSet())
                : Mono.just(Set.of());
    }

    private Mono<List<Place>> moveAll(
            Map<FolderName, List<Place>> byFolder, MessageManager target, Set<MessageId> there) {
        return Flux.fromIterable(byFolder.entrySet())
                .concatMap(
                        one ->
                                folders.find(one.getKey())
                                        .flatMapMany(
                                                from ->
                                                        moveFrom(
                                                                from,
                                                                one.getValue(),
                                                                target.getId(),
                                                                there)))
                .collectList();
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
                                        read(from, MessageUid.of(place.uid()).toRange())
                                                .filter(m -> there.contains(m.getMessageId()))
                                                .map(any -> place));
    }

    private Mono<Void> move(MessageRange range, MailboxId from, MailboxId to) {
        return Mono.from(mailboxes.moveMessagesReactive(range, from, to, session)).then();
    }

    private Flux<MessageResult> read(MessageManager folder, MessageRange range) {
        return Flux.from(folder.getMessagesReactive(range, FetchGroup.MINIMAL, session));
    }
}
