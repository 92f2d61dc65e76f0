package org.jamestandem.imap.interop.james;

import io.netty.util.Attribute;
import org.apache.james.imapserver.netty.Linearalizer;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Carries a connection's commands out away from its event loop, and says when each is answered. Its
 * user lets no command begin before that.
 *
 * <p>An answer that comes in pieces, such as a FETCH with literals, is written by the thread that
 * read them, which queues them for the event loop. With James' own class the last of them may be
 * written on the event loop itself, when a command ends before it is listened to; what is written
 * there is not queued and overtakes the others.
 */
final class OwnThreads extends Linearalizer {
    private volatile Runnable answered = () -> {};
    private volatile boolean begun;
    private volatile boolean onEventLoop;

    /**
     * Before a command is handed on.
     *
     * @param onEventLoop whether it changes the connection itself, and must be done before anything
     *     is written or read
     * @param answered what follows its answer
     */
    void expect(boolean onEventLoop, Runnable answered) {
        this.onEventLoop = onEventLoop;
        this.answered = answered;
        this.begun = false;
    }

    /** Whether James has refused, for too many commands on all connections, to carry it out. */
    boolean isRefused(Attribute<Disposable> inFlight) {
        Disposable command = inFlight.get();
        return !begun && command != null && command.isDisposed();
    }

    @Override
    public Mono<Void> execute(Publisher<Void> task) {
        Runnable after = answered;
        Mono<Void> command = Mono.from(task);
        return Mono.defer(
                        () -> {
                            begun = true;
                            return onEventLoop
                                    ? command
                                    : command.subscribeOn(Schedulers.boundedElastic());
                        })
                .doFinally(any -> after.run());
    }
}
