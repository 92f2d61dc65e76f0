package org.jamestandem.pop3.account;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.james.core.Username;
import org.jamestandem.kernel.account.UserRows;
import org.jamestandem.pop3.journal.LiveSession;
import org.jamestandem.pop3.journal.LiveSessions;
import org.jamestandem.pop3.maildrop.Fingerprints;
import org.jamestandem.pop3.maildrop.MaildropState;
import org.jamestandem.pop3.maildrop.MessageMarks;
import org.jamestandem.pop3.reader.Device;
import org.jamestandem.pop3.reader.Devices;
import org.jamestandem.pop3.reader.Reader;
import org.jamestandem.pop3.uidl.MessageKey;
import org.jamestandem.pop3.uidl.UniqueId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A user's devices, what each has taken and hidden, unique-ids, and QUITs that are under way. */
@Singleton
public final class MaildropRows implements UserRows {
    /** Goes before the removal of the same device under that name. */
    private static final Duration LATER = Duration.ofMillis(1);

    private final Devices devices;
    private final MaildropState state;
    private final Fingerprints fingerprints;
    private final LiveSessions sessions;

    @Inject
    public MaildropRows(
            Devices devices,
            MaildropState state,
            Fingerprints fingerprints,
            LiveSessions sessions) {
        this.devices = devices;
        this.fingerprints = fingerprints;
        this.state = state;
        this.sessions = sessions;
    }

    @Override
    public String name() {
        return "pop3-maildrop";
    }

    @Override
    public Mono<Void> copy(Username from, Username to) {
        return copyAliases(from, to)
                .then(fingerprints.forget(to))
                .thenMany(state.intents().of(from))
                .concatMap(intent -> state.intents().record(intent.of(to)))
                .thenMany(devices.of(from).flatMapIterable(Map::entrySet))
                .concatMap(
                        one ->
                                devices.note(
                                        new Reader(to, one.getKey()), one.getValue().plus(LATER)))
                .thenMany(readers(from))
                .concatMap(reader -> copyMarks(reader, new Reader(to, reader.device())))
                .then();
    }

    /** Devices go last: they say which readers there are. */
    @Override
    public Mono<Void> forget(Username user) {
        return Mono.fromRunnable(() -> endSessions(user))
                .thenMany(readers(user))
                .concatMap(this::forget)
                .thenMany(state.intents().of(user))
                .concatMap(intent -> state.intents().remove(intent))
                .then(Mono.defer(() -> state.aliases().forget(user)))
                .then(fingerprints.forget(user))
                .thenMany(devices.of(user).flatMapIterable(Map::keySet))
                .concatMap(device -> devices.forget(new Reader(user, device)))
                .then();
    }

    private Flux<Reader> readers(Username user) {
        return devices.of(user)
                .flatMapIterable(
                        noted -> {
                            Set<Device> all = new HashSet<>(noted.keySet());
                            all.add(Device.DEFAULT);
                            all.add(Device.EVERY);
                            return all;
                        })
                .map(device -> new Reader(user, device));
    }

    private Mono<Void> forget(Reader reader) {
        return state.hidden()
                .forget(reader)
                .then(state.taken().forget(reader))
                .then(state.leases().forget(reader));
    }

    private Mono<Void> copyMarks(Reader from, Reader to) {
        return copyMarks(state.hidden(), from, to).then(copyMarks(state.taken(), from, to));
    }

    private static Mono<Void> copyMarks(MessageMarks marks, Reader from, Reader to) {
        return marks.of(from)
                .map(MaildropRows::byTime)
                .flatMapIterable(Map::entrySet)
                .concatMap(some -> marks.mark(to, some.getValue(), some.getKey()))
                .then();
    }

    private static Map<Instant, List<MessageKey>> byTime(Map<MessageKey, Instant> marked) {
        return marked.entrySet().stream()
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getValue,
                                Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
    }

    private Mono<Void> copyAliases(Username from, Username to) {
        return state.aliases().of(from).flatMap(aliases -> copyAliases(aliases, to));
    }

    private Mono<Void> copyAliases(Map<MessageKey, UniqueId> aliases, Username to) {
        return state.aliases()
                .keepFirst(to, aliases)
                .filter(kept -> !joined(aliases, kept).equals(kept))
                .flatMap(kept -> state.aliases().replace(to, joined(aliases, kept)));
    }

    /** A unique-id names one message: that of the maildrop that comes. */
    private static Map<MessageKey, UniqueId> joined(
            Map<MessageKey, UniqueId> coming, Map<MessageKey, UniqueId> kept) {
        Set<UniqueId> given = new HashSet<>(coming.values());
        Map<MessageKey, UniqueId> joined = new HashMap<>(kept);
        joined.values().removeIf(given::contains);
        joined.putAll(coming);
        return joined;
    }

    private void endSessions(Username user) {
        sessions.all().stream()
                .filter(session -> session.reader().user().equals(user))
                .forEach(LiveSession::end);
    }
}
