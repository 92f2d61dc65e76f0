package org.jamestandem.pop3.maildrop;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import org.apache.james.core.Username;
import org.jamestandem.pop3.uidl.MessageKey;
import org.jamestandem.pop3.uidl.UniqueId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Notices when unique-ids change though nobody imported others: because aliases were lost or came
 * from an old backup, or because mail was stored anew. Looks behind a login, never in its way;
 * reads one row, and writes one when the sample has changed.
 */
@Singleton
public final class UniqueIdWatch {
    private static final Logger LOGGER = LoggerFactory.getLogger(UniqueIdWatch.class);

    private final Fingerprints fingerprints;
    private final UniqueIdAlarm alarm;
    private final Clock clock;

    @Inject
    public UniqueIdWatch(Fingerprints fingerprints, UniqueIdAlarm alarm, Clock clock) {
        this.fingerprints = fingerprints;
        this.alarm = alarm;
        this.clock = clock;
    }

    /** A maildrop is being opened. Returns at once. */
    void opened(Username owner, Listing listing, Map<MessageKey, UniqueId> aliases) {
        Disposable unused =
                look(owner, listing, aliases)
                        .subscribeOn(Schedulers.parallel())
                        .subscribe(
                                nothing -> {},
                                error ->
                                        LOGGER.warn(
                                                "Could not compare the unique-ids of {}",
                                                owner.asString(),
                                                error));
    }

    Mono<Void> look(Username owner, Listing listing, Map<MessageKey, UniqueId> aliases) {
        return Mono.defer(
                () -> {
                    Fingerprint now =
                            Fingerprint.of(
                                    listing,
                                    aliases,
                                    clock.instant().truncatedTo(ChronoUnit.MILLIS));
                    return fingerprints
                            .of(owner)
                            .doOnNext(before -> compare(owner, before, listing, aliases))
                            .filter(before -> before.saysTheSameAs(now))
                            .switchIfEmpty(
                                    Mono.defer(
                                            () -> fingerprints.keep(owner, now).then(Mono.empty())))
                            .then();
                });
    }

    private void compare(
            Username owner,
            Fingerprint before,
            Listing listing,
            Map<MessageKey, UniqueId> aliases) {
        Set<MessageKey> renamed = before.renamed(listing, aliases).keySet();
        if (!renamed.isEmpty()) {
            alarm.raise(owner, before, renamed);
        } else if (before.isReplacedIn(listing)) {
            alarm.raise(owner, before, before.sample().keySet());
        }
    }
}
