package org.jamestandem.pop3.journal;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.apache.james.metrics.api.MetricFactory;
import org.jamestandem.kernel.audit.Actor;
import org.jamestandem.kernel.audit.Audit;
import org.jamestandem.kernel.audit.AuditChannel;
import org.jamestandem.kernel.audit.AuditEntry;
import org.jamestandem.kernel.audit.Deed;
import org.jamestandem.kernel.settings.SettingFormats;
import org.jamestandem.pop3.maildrop.OpenMaildrop;
import org.jamestandem.pop3.maildrop.QuitOutcome;
import org.jamestandem.pop3.reader.Reader;
import org.jamestandem.pop3.uidl.MessageKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Keeps track of sessions. Never holds one up. */
@Singleton
public final class Journal {
    /** The timer of opening a maildrop, from credentials to the offer. */
    public static final String OPEN = "tandem-pop3-open";

    /** The metric that counts messages offered at logins. */
    public static final String OFFERED = "tandem-pop3-offered";

    /** With the word of an {@link org.jamestandem.kernel.audit.AuditAction}: messages at QUIT. */
    public static final String AT_QUIT = "tandem-pop3-";

    private static final Logger LOGGER = LoggerFactory.getLogger(Journal.class);

    private final LiveSessions live;
    private final Audit audit;
    private final MessageKeys keys;
    private final MetricFactory metrics;
    private final Clock clock;

    @Inject
    public Journal(
            LiveSessions live, Audit audit, MessageKeys keys, MetricFactory metrics, Clock clock) {
        this.live = live;
        this.audit = audit;
        this.keys = keys;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Measures how long opening takes. */
    public Mono<OpenMaildrop> opening(Mono<OpenMaildrop> work) {
        return Mono.from(metrics.decoratePublisherWithTimerMetric(OPEN, work));
    }

    /**
     * A session has logged in.
     *
     * @param address the client's IP address
     * @param hangUp ends its connection
     */
    public LiveSession begin(OpenMaildrop maildrop, String address, Runnable hangUp) {
        LiveSession session =
                new LiveSession(
                        maildrop.reader(), address, clock.instant(), maildrop.messages(), hangUp);
        live.add(session);
        metrics.generate(OFFERED).add(maildrop.messages().highestNumber());
        return session;
    }

    /** QUIT has been carried out, or is to be. */
    public void quit(LiveSession session, OpenMaildrop maildrop, QuitOutcome outcome) {
        if (outcome != QuitOutcome.REFUSED) {
            List<Deed> deeds = new QuitDeeds(maildrop.policy(), maildrop.messages(), keys).all();
            deeds.forEach(this::count);
            record(session, deeds);
        }
        end(session, "quit " + SettingFormats.word(outcome));
    }

    /** The connection is gone. Says nothing about a session that has quit. */
    public void dropped(LiveSession session) {
        end(session, "dropped");
    }

    private void count(Deed deed) {
        metrics.generate(AT_QUIT + SettingFormats.word(deed.action())).add(deed.messages().size());
    }

    private void record(LiveSession session, List<Deed> deeds) {
        if (deeds.isEmpty()) {
            return;
        }
        Reader reader = session.reader();
        audit.record(
                new AuditEntry(
                        UUID.randomUUID(),
                        reader.user(),
                        clock.instant(),
                        Actor.client(
                                AuditChannel.POP3,
                                reader.user(),
                                reader.device().name(),
                                session.address()),
                        deeds));
    }

    private void end(LiveSession session, String how) {
        if (!live.remove(session)) {
            return;
        }
        LiveSession.Tally tally = session.tally(clock.instant());
        LOGGER.info(
                "POP3 session: user={} device={} address={} seconds={} offered={} top={} retr={}"
                        + " dele={} octets={} unique-ids={} end={}",
                session.reader().user().asString(),
                session.reader().device().name(),
                session.address(),
                tally.lasted().toSeconds(),
                tally.offered(),
                tally.top(),
                tally.retr(),
                tally.dele(),
                tally.octets(),
                session.uniqueIdsHash(),
                how);
    }
}
