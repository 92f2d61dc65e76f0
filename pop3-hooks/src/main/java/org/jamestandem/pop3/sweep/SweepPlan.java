package org.jamestandem.pop3.sweep;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jamestandem.pop3.maildrop.InspectedMessage;
import org.jamestandem.pop3.policy.Disposition;
import org.jamestandem.pop3.policy.Expiry;
import org.jamestandem.pop3.uidl.MessageKey;

/**
 * What is due in one maildrop now, and when something will be. A message with copies goes when the
 * time of one is over, and it stays when one of them is flagged.
 */
final class SweepPlan {
    private final Promise promise;
    private final Map<Disposition, List<List<InspectedMessage>>> work = new TreeMap<>();
    private final Instant now;
    private long messages;
    private long octets;
    private long waiting;
    private Instant next;

    SweepPlan(
            List<DeviceReading> devices,
            List<InspectedMessage> listed,
            Promise promise,
            Instant now) {
        this.promise = promise;
        this.now = now;
        this.next = latestNext(devices);
        Endings endings = new Endings(devices);
        Map<MessageKey, List<InspectedMessage>> byKey = new HashMap<>();
        listed.forEach(
                one ->
                        byKey.computeIfAbsent(one.message().key(), any -> new ArrayList<>())
                                .add(one));
        byKey.values()
                .forEach(copies -> endings.of(copies).ifPresent(ending -> place(ending, copies)));
    }

    Promise promise() {
        return promise;
    }

    /** Messages by what happens to them, each with its copies. */
    Map<Disposition, List<List<InspectedMessage>>> work() {
        return work;
    }

    SweepReport report() {
        return new SweepReport(messages, octets, waiting);
    }

    /** When to look again; empty when nothing here can end by itself. */
    Optional<Instant> next() {
        return Optional.ofNullable(next);
    }

    private void place(Ending ending, List<InspectedMessage> copies) {
        if (ending.at().isAfter(now)) {
            lookAgain(ending.at());
        } else if (ending.isAnnounced() && !promise.isDue(now)) {
            waiting++;
            lookAgain(promise.from());
        } else {
            work.computeIfAbsent(ending.action(), any -> new ArrayList<>()).add(copies);
            messages++;
            octets += copies.get(0).message().octets();
        }
    }

    private void lookAgain(Instant at) {
        next = next == null || at.isBefore(next) ? at : next;
    }

    /** The last moment at which a message that comes now is to be looked at. */
    private Instant latestNext(List<DeviceReading> devices) {
        return devices.stream()
                .flatMap(
                        device ->
                                device.policy().expiry() instanceof Expiry.After after
                                        ? Stream.of(after)
                                        : Stream.<Expiry.After>empty())
                .filter(after -> after.when() == Expiry.When.DELIVERED)
                .map(Expiry.After::period)
                .min(Duration::compareTo)
                .map(now::plus)
                .orElse(null);
    }
}
