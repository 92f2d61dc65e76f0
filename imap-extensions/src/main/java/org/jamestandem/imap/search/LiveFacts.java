package org.jamestandem.imap.search;

import java.time.Instant;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import reactor.core.publisher.Mono;

/** What the server knows of the messages of a mailbox, as far as one search asks for it. */
final class LiveFacts {
    private final Uids uids;
    private final LiveMessage[] messages;

    private LiveFacts(Uids uids, LiveMessage[] messages) {
        this.uids = uids;
        this.messages = messages;
    }

    /** Asks the server, unless the uids are enough. */
    static Mono<LiveFacts> of(MailboxView mailbox, SearchKey key) {
        LiveKey.Needs needs =
                key.leaves(LiveKey.class).stream()
                        .map(LiveKey::needs)
                        .max(Comparator.naturalOrder())
                        .orElse(LiveKey.Needs.UID);
        return needs == LiveKey.Needs.UID
                ? Mono.fromSupplier(() -> bare(mailbox.uids()))
                : asked(mailbox, needs);
    }

    private static LiveFacts bare(Uids uids) {
        LiveFacts facts = new LiveFacts(uids, new LiveMessage[uids.size()]);
        uids.stream().mapToObj(LiveFacts::bare).forEach(facts::put);
        return facts;
    }

    private static LiveMessage bare(long uid) {
        return new LiveMessage(
                uid, 0, Set.of(), Set.of(), Instant.EPOCH, 0, Optional.empty(), "", "");
    }

    private static Mono<LiveFacts> asked(MailboxView mailbox, LiveKey.Needs needs) {
        Uids uids = mailbox.uids();
        return Mono.fromSupplier(() -> new LiveFacts(uids, new LiveMessage[uids.size()]))
                .flatMap(facts -> mailbox.live(needs).doOnNext(facts::put).then(Mono.just(facts)));
    }

    private void put(LiveMessage message) {
        int place = uids.placeOf(message.uid());
        if (place >= 0) {
            messages[place] = message;
        }
    }

    /** How many messages the mailbox has, gone ones included. */
    int size() {
        return messages.length;
    }

    /** Whether the message is still there, as far as the server was asked. */
    boolean has(long uid) {
        int place = uids.placeOf(uid);
        return place >= 0 && messages[place] != null;
    }

    LiveMessage get(long uid) {
        return messages[uids.placeOf(uid)];
    }

    /** The places of messages that are still there and match. */
    BitSet matching(Predicate<LiveMessage> test) {
        BitSet places = new BitSet(messages.length);
        for (int place = 0; place < messages.length; place++) {
            if (messages[place] != null && test.test(messages[place])) {
                places.set(place);
            }
        }
        return places;
    }
}
