package org.jamestandem.pop3.reader;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.james.core.Username;
import reactor.core.publisher.Mono;

/**
 * Which devices count as a user's. A device comes in by a login that succeeds, and goes when it was
 * not seen for a while. Two new devices that come at the same moment may exceed the most by one.
 */
@Singleton
public final class KnownDevices {
    /** Seeing a device again this soon changes nothing, so nothing is written. */
    private static final Duration SAME_VISIT = Duration.ofHours(1);

    private final Devices devices;
    private final DeviceSettings settings;
    private final Clock clock;

    @Inject
    public KnownDevices(Devices devices, DeviceSettings settings, Clock clock) {
        this.devices = devices;
        this.settings = settings;
        this.clock = clock;
    }

    /** The user's devices that were seen lately. */
    public Mono<Set<Device>> of(Username user) {
        return seen(user).map(Map::keySet);
    }

    /**
     * Lets a reader in who has proved who it is.
     *
     * @return whether it may come in: false for one device too many
     */
    public Mono<Boolean> admit(Reader reader) {
        return reader.looksBack()
                ? Mono.just(true)
                : seen(reader.user()).flatMap(known -> admit(reader, known));
    }

    private Mono<Boolean> admit(Reader reader, Map<Device, Instant> known) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant last = known.get(reader.device());
        if (last == null && !reader.device().equals(Device.DEFAULT)) {
            long named = known.keySet().stream().filter(d -> !d.equals(Device.DEFAULT)).count();
            if (named >= settings.most()) {
                return Mono.just(false);
            }
        }
        return last != null && last.isAfter(now.minus(SAME_VISIT))
                ? Mono.just(true)
                : devices.note(reader, now).thenReturn(true);
    }

    private Mono<Map<Device, Instant>> seen(Username user) {
        Instant oldest = clock.instant().minus(settings.forgetAfter());
        return devices.of(user)
                .map(
                        all ->
                                all.entrySet().stream()
                                        .filter(one -> one.getValue().isAfter(oldest))
                                        .collect(
                                                Collectors.toUnmodifiableMap(
                                                        Map.Entry::getKey, Map.Entry::getValue)));
    }
}
