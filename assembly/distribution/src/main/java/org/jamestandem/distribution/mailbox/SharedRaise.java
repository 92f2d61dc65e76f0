package org.jamestandem.distribution.mailbox;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Lets all of this node who want numbers of one mailbox share conditional writes: while one is on
 * its way the others wait, and the next one takes numbers for all of them. Otherwise they would
 * refuse each other's.
 */
final class SharedRaise {
    private final Counter counter;
    private final ConcurrentHashMap<UUID, Waiting> mailboxes = new ConcurrentHashMap<>();

    SharedRaise(Counter counter) {
        this.counter = counter;
    }

    private record Wish(long by, Sinks.One<Long> answer) {}

    /** Present as long as a write is on its way. */
    private static final class Waiting {
        private final List<Wish> wishes = new ArrayList<>();
    }

    /** As {@link Counter#raise}. */
    Mono<Long> raise(UUID mailbox, long by) {
        return Mono.defer(
                () -> {
                    Wish wish = new Wish(by, Sinks.one());
                    boolean[] first = new boolean[1];
                    mailboxes.compute(
                            mailbox,
                            (key, waiting) -> {
                                first[0] = waiting == null;
                                Waiting line = waiting == null ? new Waiting() : waiting;
                                if (!first[0]) {
                                    line.wishes.add(wish);
                                }
                                return line;
                            });
                    if (first[0]) {
                        serve(mailbox, List.of(wish));
                    }
                    return wish.answer.asMono();
                });
    }

    /** Not tied to whoever asked first: that one may be gone before the others are served. */
    private void serve(UUID mailbox, List<Wish> wishes) {
        long sum = wishes.stream().mapToLong(Wish::by).sum();
        counter.raise(mailbox, sum)
                .doFinally(signal -> next(mailbox))
                .subscribe(
                        highest -> answer(wishes, highest - sum),
                        error -> wishes.forEach(wish -> wish.answer.tryEmitError(error)));
    }

    private void next(UUID mailbox) {
        List<Wish> next = new ArrayList<>();
        mailboxes.computeIfPresent(
                mailbox,
                (key, waiting) -> {
                    next.addAll(waiting.wishes);
                    waiting.wishes.clear();
                    return next.isEmpty() ? null : waiting;
                });
        if (!next.isEmpty()) {
            serve(mailbox, next);
        }
    }

    private static void answer(List<Wish> wishes, long before) {
        long last = before;
        for (Wish wish : wishes) {
            last += wish.by;
            wish.answer.tryEmitValue(last);
        }
    }
}
