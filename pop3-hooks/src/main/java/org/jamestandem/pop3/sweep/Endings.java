package org.jamestandem.pop3.sweep;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jamestandem.pop3.maildrop.InspectedMessage;
import org.jamestandem.pop3.policy.Expiry;
import org.jamestandem.pop3.policy.Policy;
import org.jamestandem.pop3.uidl.MessageKey;

/** Decides when the time of a user's messages is over. */
final class Endings {
    private final List<DeviceReading> devices;
    private final boolean held;

    /**
     * @param devices every device of the user; the default one when there is none
     */
    Endings(List<DeviceReading> devices) {
        this.devices = List.copyOf(devices);
        this.held = devices.stream().map(DeviceReading::policy).anyMatch(Policy::isOnHold);
    }

    /**
     * The earliest end that a rule gives a message; empty when none does, and when one copy of it
     * is flagged.
     */
    Optional<Ending> of(List<InspectedMessage> copies) {
        return copies.stream().anyMatch(InspectedMessage::flagged)
                ? Optional.empty()
                : copies.stream()
                        .flatMap(copy -> of(copy).stream())
                        .min(Comparator.comparing(Ending::at));
    }

    private Optional<Ending> of(InspectedMessage message) {
        if (held || message.flagged()) {
            return Optional.empty();
        }
        return devices.stream()
                .flatMap(device -> ending(device, message).stream())
                .min(Comparator.comparing(Ending::at));
    }

    private Optional<Ending> ending(DeviceReading device, InspectedMessage inspected) {
        Policy policy = device.policy();
        if (!(policy.expiry() instanceof Expiry.After after)
                || !policy.folders().contains(inspected.message().place().folder())
                || !inspected.seen() && !after.unseenToo()) {
            return Optional.empty();
        }
        return start(device, after, inspected)
                .map(start -> new Ending(start.plus(after.period()), after));
    }

    private Optional<Instant> start(
            DeviceReading device, Expiry.After after, InspectedMessage inspected) {
        MessageKey key = inspected.message().key();
        return switch (after.when()) {
            case DELIVERED -> Optional.of(inspected.message().arrivedAt());
            case TAKEN -> device.tookAt(key);
            case TAKEN_BY_ALL ->
                    waiting(one -> one.tookAt(key).isEmpty())
                            ? Optional.empty()
                            : latest(devices.stream().map(one -> one.tookAt(key)));
            case HIDDEN ->
                    waiting(one -> one.doneAt(key).isEmpty())
                                    || devices.stream().allMatch(one -> one.hidAt(key).isEmpty())
                            ? Optional.empty()
                            : latest(devices.stream().map(one -> one.doneAt(key)));
        };
    }

    private boolean waiting(Predicate<DeviceReading> misses) {
        return devices.stream().filter(DeviceReading::known).anyMatch(misses);
    }

    private static Optional<Instant> latest(Stream<Optional<Instant>> times) {
        return times.flatMap(Optional::stream).max(Instant::compareTo);
    }
}
