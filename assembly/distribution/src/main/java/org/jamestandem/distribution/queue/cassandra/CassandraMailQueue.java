package org.jamestandem.distribution.queue.cassandra;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.james.queue.api.MailQueueItemDecoratorFactory;
import org.apache.james.queue.api.MailQueueName;
import org.apache.james.queue.api.ManageableMailQueue;
import org.apache.mailet.Mail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * A queue that has a mail for sure once enqueueing returns, and until somebody is done with it. A
 * mail that was handed out when the process died is handed out again at the next start.
 */
final class CassandraMailQueue implements ManageableMailQueue {
    private static final Logger LOGGER = LoggerFactory.getLogger(CassandraMailQueue.class);

    /** Further than this nobody waits; an instant beyond it cannot be counted in nanoseconds. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    /** How long a mail rests that could not be read. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private static final int READERS = 64;

    private final MailQueueName name;
    private final KeptMails mails;
    private final MailQueueItemDecoratorFactory decorators;
    private final Clock clock;
    private final DelayQueue<Waiting> waiting = new DelayQueue<>();
    private final Set<KeptMail> handedOut = ConcurrentHashMap.newKeySet();
    private final AtomicLong numbers = new AtomicLong();
    private final Scheduler readers;

    /** Blocks while it reads what is kept. */
    CassandraMailQueue(
            MailQueueName name,
            KeptMails mails,
            MailQueueItemDecoratorFactory decorators,
            Clock clock) {
        this.name = name;
        this.mails = mails;
        this.decorators = decorators;
        this.clock = clock;
        this.readers =
                Schedulers.newBoundedElastic(
                        READERS, Integer.MAX_VALUE, "mail-queue-" + name.asString());
        mails.of(name.asString()).forEach(this::await);
    }

    @Override
    public MailQueueName getName() {
        return name;
    }

    @Override
    public void enQueue(Mail mail, Duration delay) {
        enqueue(mail, delay).block();
    }

    @Override
    public void enQueue(Mail mail) {
        enqueue(mail, Duration.ZERO).block();
    }

    @Override
    public Mono<Void> enqueueReactive(Mail mail) {
        return enqueue(mail, Duration.ZERO);
    }

    private Mono<Void> enqueue(Mail mail, Duration delay) {
        return Mono.defer(
                        () -> {
                            Instant now = clock.instant();
                            return mails.keep(name.asString(), mail, now, due(now, delay));
                        })
                .doOnNext(this::await)
                .then();
    }

    private static Instant due(Instant now, Duration delay) {
        if (delay.isNegative()) {
            return now;
        }
        return now.plus(delay.compareTo(LONGEST) < 0 ? delay : LONGEST);
    }

    private void await(KeptMail mail) {
        waiting.add(new Waiting(mail, numbers.getAndIncrement(), clock));
    }

    @Override
    public Flux<MailQueueItem> deQueue() {
        return Flux.defer(
                () -> {
                    AtomicBoolean gone = new AtomicBoolean();
                    return Flux.<MailQueueItem>generate(sink -> next(sink, gone))
                            .doOnCancel(() -> gone.set(true))
                            .subscribeOn(readers);
                });
    }

    /** Takes a mail only when somebody asks for one, and gives it back when that one has left. */
    private void next(SynchronousSink<MailQueueItem> sink, AtomicBoolean gone) {
        try {
            while (!readers.isDisposed()) {
                KeptMail kept = waiting.take().mail();
                if (gone.get()) {
                    await(kept);
                    sink.complete();
                    return;
                }
                Optional<MailQueueItem> item = read(kept);
                if (item.isPresent()) {
                    sink.next(item.get());
                    return;
                }
            }
            sink.complete();
        } catch (InterruptedException e) {
            sink.complete();
        }
    }

    /** Nothing when the mail was removed, or cannot be read now: then it comes again later. */
    private Optional<MailQueueItem> read(KeptMail kept) {
        handedOut.add(kept);
        try {
            Optional<Mail> mail = mails.load(kept).blockOptional();
            if (mail.isEmpty()) {
                handedOut.remove(kept);
            }
            return mail.map(found -> decorators.decorate(new Item(kept, found), name));
        } catch (RuntimeException e) {
            LOGGER.error(
                    "{} of the queue {} cannot be read, next try in {} s",
                    kept.name(),
                    name.asString(),
                    PAUSE.toSeconds(),
                    e);
            handedOut.remove(kept);
            await(kept.dueAt(clock.instant().plus(PAUSE)));
            return Optional.empty();
        }
    }

    @Override
    public long getSize() {
        return waiting.size() + handedOut.size();
    }

    @Override
    public long flush() {
        Instant now = clock.instant();
        return withdrawn(List.copyOf(waiting)).stream()
                .filter(kept -> mails.postpone(kept, now).doOnNext(this::await).block() != null)
                .count();
    }

    @Override
    public long clear() {
        List<KeptMail> all = withdrawn(List.copyOf(waiting));
        all.forEach(kept -> mails.remove(kept).block());
        return all.size();
    }

    @Override
    public long remove(Type type, String value) {
        List<Waiting> asked =
                waiting.stream()
                        .filter(found -> Selection.matches(mails, found.mail(), type, value))
                        .toList();
        List<KeptMail> all = withdrawn(asked);
        all.forEach(kept -> mails.remove(kept).block());
        return all.size();
    }

    /** Those that nobody has taken meanwhile. */
    private List<KeptMail> withdrawn(List<Waiting> asked) {
        return asked.stream().filter(waiting::remove).map(Waiting::mail).toList();
    }

    @Override
    public MailQueueIterator browse() {
        return new Browsing(mails, waiting.stream().sorted().map(Waiting::mail).iterator());
    }

    /** The mails stay kept; the queue goes on for others who have it. */
    @Override
    public void close() {
        // Its threads end with the server.
    }

    void stop() {
        readers.dispose();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CassandraMailQueue that && Objects.equals(name, that.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    private final class Item implements MailQueueItem {
        /** How long a mail rests that could be put nowhere else. */
        private static final Duration REST = Duration.ofHours(1);

        private final KeptMail kept;
        private final Mail mail;

        private Item(KeptMail kept, Mail mail) {
            this.kept = kept;
            this.mail = mail;
        }

        @Override
        public Mail getMail() {
            return mail;
        }

        /** With RETRY the mail comes again as it is now; rejected ones come again as they were. */
        @Override
        public void done(CompletionStatus status) {
            switch (status) {
                case SUCCESS -> mails.remove(kept).block();
                case RETRY -> enqueue(mail, Duration.ZERO).then(mails.remove(kept)).block();
                case REJECT ->
                        mails.postpone(kept, clock.instant().plus(REST))
                                .doOnNext(CassandraMailQueue.this::await)
                                .block();
            }
            handedOut.remove(kept);
        }
    }
}
