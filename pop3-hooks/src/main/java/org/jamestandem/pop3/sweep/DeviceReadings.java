package org.jamestandem.pop3.sweep;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.james.core.Username;
import org.jamestandem.pop3.maildrop.MaildropState;
import org.jamestandem.pop3.policy.PolicyBook;
import org.jamestandem.pop3.reader.Device;
import org.jamestandem.pop3.reader.Devices;
import org.jamestandem.pop3.reader.KnownDevices;
import org.jamestandem.pop3.reader.Reader;
import org.jamestandem.pop3.uidl.MessageKey;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads what all devices of a user have done, and what holds for each. */
@Singleton
public final class DeviceReadings {
    private final Devices devices;
    private final KnownDevices known;
    private final PolicyBook policies;
    private final MaildropState state;

    @Inject
    public DeviceReadings(
            Devices devices, KnownDevices known, PolicyBook policies, MaildropState state) {
        this.devices = devices;
        this.known = known;
        this.policies = policies;
        this.state = state;
    }

    /** Every device that ever came; the default one when none did. */
    Mono<List<DeviceReading>> of(Username owner) {
        return Mono.zip(
                        devices.of(owner),
                        known.of(owner),
                        state.hidden().of(Reader.everyOf(owner)))
                .flatMap(
                        read ->
                                Flux.fromIterable(all(read.getT1().keySet()))
                                        .concatMap(
                                                device ->
                                                        reading(
                                                                new Reader(owner, device),
                                                                read.getT2().contains(device),
                                                                read.getT3()))
                                        .collectList());
    }

    private Mono<DeviceReading> reading(
            Reader reader, boolean isKnown, Map<MessageKey, Instant> hiddenFromAll) {
        return Mono.zip(policies.of(reader), state.taken().of(reader), state.hidden().of(reader))
                .map(
                        read ->
                                new DeviceReading(
                                        reader.device(),
                                        read.getT1(),
                                        isKnown,
                                        read.getT2(),
                                        both(read.getT3(), hiddenFromAll)));
    }

    private static Set<Device> all(Set<Device> noted) {
        Set<Device> all = new HashSet<>(noted);
        if (all.isEmpty()) {
            all.add(Device.DEFAULT);
        }
        return all;
    }

    private static Map<MessageKey, Instant> both(
            Map<MessageKey, Instant> own, Map<MessageKey, Instant> common) {
        Map<MessageKey, Instant> both = new HashMap<>(common);
        own.forEach(
                (key, at) ->
                        both.merge(key, at, (one, other) -> one.isBefore(other) ? one : other));
        return both;
    }
}
