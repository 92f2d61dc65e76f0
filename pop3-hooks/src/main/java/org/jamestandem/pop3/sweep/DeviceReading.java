package org.jamestandem.pop3.sweep;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jamestandem.pop3.maildrop.StoredMessage;
import org.jamestandem.pop3.policy.Policy;
import org.jamestandem.pop3.reader.Device;
import org.jamestandem.pop3.uidl.MessageKey;

/**
 * What one device has done so far, and what holds for it.
 *
 * @param known whether it was seen lately, so that others wait for it
 * @param taken when it took a message
 * @param hidden when it hid one, or another device hid one from all
 */
record DeviceReading(
        Device device,
        Policy policy,
        boolean known,
        Map<MessageKey, Instant> taken,
        Map<MessageKey, Instant> hidden) {
    DeviceReading under(Policy other) {
        return new DeviceReading(device, other, known, taken, hidden);
    }

    /** Whether a message that stands in one of its folders is offered to it. */
    boolean isOffered(StoredMessage message, Instant now) {
        return policy.allowsAccess()
                && hidAt(message.key()).isEmpty()
                && policy.offer()
                        .includes(message.arrivedAt(), tookAt(message.key()).isPresent(), now);
    }

    Optional<Instant> tookAt(MessageKey key) {
        return Optional.ofNullable(taken.get(key));
    }

    Optional<Instant> hidAt(MessageKey key) {
        return Optional.ofNullable(hidden.get(key));
    }

    /** When it had taken the message or got rid of it, whichever came last. */
    Optional<Instant> doneAt(MessageKey key) {
        return Stream.of(tookAt(key), hidAt(key)).flatMap(Optional::stream).max(Instant::compareTo);
    }
}
