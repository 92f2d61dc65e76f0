package org.jamestandem.pop3.reader.memory;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.james.core.Username;
import org.jamestandem.pop3.reader.Device;
import org.jamestandem.pop3.reader.Devices;
import org.jamestandem.pop3.reader.Reader;
import reactor.core.publisher.Mono;

/** Gone when the process stops. */
@Singleton
public final class MemoryDevices implements Devices {
    private final Map<Username, Map<Device, Instant>> noted = new ConcurrentHashMap<>();

    @Inject
    public MemoryDevices() {}

    @Override
    public Mono<Map<Device, Instant>> of(Username user) {
        return Mono.fromCallable(() -> Map.copyOf(noted.getOrDefault(user, Map.of())));
    }

    @Override
    public Mono<Void> note(Reader reader, Instant at) {
        return Mono.fromRunnable(
                () ->
                        noted.computeIfAbsent(reader.user(), any -> new ConcurrentHashMap<>())
                                .merge(reader.device(), at, MemoryDevices::later));
    }

    @Override
    public Mono<Void> forget(Reader reader) {
        return Mono.fromRunnable(
                () ->
                        noted.computeIfPresent(
                                reader.user(),
                                (user, devices) -> {
                                    devices.remove(reader.device());
                                    return devices.isEmpty() ? null : devices;
                                }));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
