package org.jamestandem.pop3.maildrop;

import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jamestandem.pop3.policy.Disposition;
import org.jamestandem.pop3.policy.Policy;
import org.jamestandem.pop3.reader.Reader;
import org.jamestandem.pop3.uidl.MessageKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A maildrop from login to QUIT. */
public final class OpenMaildrop {
    private static final Logger LOGGER = LoggerFactory.getLogger(OpenMaildrop.class);

    private final Reader reader;
    private final Admission.Terms terms;
    private final Policy policy;
    private final Maildrop maildrop;
    private final Inbox inbox;
    private final Hold hold;
    private final MaildropState state;
    private final QuitWatch watch;
    private final boolean finishedLater;
    private final Clock clock;

    /**
     * @param finishedLater whether an intent lasts as long as the mail itself
     */
    OpenMaildrop(
            Reader reader,
            Admission.Terms terms,
            Maildrop maildrop,
            Inbox inbox,
            Hold hold,
            MaildropState state,
            QuitWatch watch,
            boolean finishedLater,
            Clock clock) {
        this.reader = reader;
        this.terms = terms;
        this.policy = terms.policy();
        this.maildrop = maildrop;
        this.inbox = inbox;
        this.hold = hold;
        this.state = state;
        this.watch = watch;
        this.finishedLater = finishedLater;
        this.clock = clock;
    }

    /** Who reads it. */
    public Reader reader() {
        return reader;
    }

    /** What holds for this session, whatever is configured meanwhile. */
    public Policy policy() {
        return policy;
    }

    /** The EXPIRE line of CAPA (RFC 2449 §6.7) for this session. */
    public String expire() {
        return terms.expire();
    }

    /** What is offered, and the marks. */
    public Maildrop messages() {
        return maildrop;
    }

    /** The text of a message as the client takes it; empty when it was removed since login. */
    public Mono<InputStream> text(MaildropEntry entry) {
        return firstCopy(entry, inbox::text);
    }

    /** The header of a message and the empty line after it; empty when it was removed. */
    public Mono<InputStream> header(MaildropEntry entry) {
        return firstCopy(entry, inbox::header);
    }

    /**
     * Enters the UPDATE state (RFC 1939 §6): records what is to be done, then does it. What takes
     * longer than {@code patience} goes on behind the answer.
     */
    public Mono<QuitOutcome> update(Duration patience) {
        Map<Disposition, Set<MessageKey>> work = maildrop.dispositions(policy);
        if (reader.looksBack()) {
            work.remove(Disposition.TAKE);
        }
        Mono<QuitOutcome> outcome =
                work.isEmpty() ? Mono.just(QuitOutcome.DONE) : update(work, patience);
        return outcome.delayUntil(any -> hold.release());
    }

    private Mono<QuitOutcome> update(Map<Disposition, Set<MessageKey>> work, Duration patience) {
        QuitIntent intent =
                new QuitIntent(
                        UUID.randomUUID(),
                        reader,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        policy.folders(),
                        work);
        return watch.before(reader.user(), policy, intent.at())
                .then(state.intents().record(intent))
                .thenReturn(true)
                .timeout(patience)
                .onErrorResume(error -> logged("record", error, false))
                .flatMap(
                        recorded ->
                                recorded
                                        ? perform(intent, patience)
                                        : Mono.just(QuitOutcome.REFUSED));
    }

    /** Ends the session without changing anything. */
    public void release() {
        Disposable unused = hold.release().subscribe();
        inbox.release();
    }

    private Mono<QuitOutcome> perform(QuitIntent intent, Duration patience) {
        QuitOutcome unfinished = finishedLater ? QuitOutcome.INTENDED : QuitOutcome.UNCERTAIN;
        return new Update(state, inbox, maildrop::places, false)
                .perform(intent)
                .thenReturn(QuitOutcome.DONE)
                .onErrorResume(error -> logged("finish", error, unfinished))
                .cache()
                .timeout(patience, Mono.just(unfinished));
    }

    private <T> Mono<T> logged(String what, Throwable error, T outcome) {
        LOGGER.error("Could not {} the QUIT of {}", what, reader.user().asString(), error);
        return Mono.just(outcome);
    }

    private static Mono<InputStream> firstCopy(
            MaildropEntry entry, BiFunction<MessageKey, Place, Mono<InputStream>> read) {
        return Flux.fromIterable(entry.places())
                .concatMap(place -> read.apply(entry.key(), place))
                .next();
    }
}
