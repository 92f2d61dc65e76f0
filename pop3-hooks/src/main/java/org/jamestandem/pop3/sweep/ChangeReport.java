package org.jamestandem.pop3.sweep;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jamestandem.pop3.policy.Disposition;
import org.jamestandem.pop3.reader.Device;

/**
 * What another policy would do to one user's maildrop.
 *
 * @param devices what each device would notice
 * @param endings what the server would move or remove by itself, the first days first
 */
public record ChangeReport(List<OfDevice> devices, List<OfDay> endings) {
    public ChangeReport {
        devices = List.copyOf(devices);
        endings = List.copyOf(endings);
    }

    /** The sum of something over all devices. */
    public Amount sum(Function<OfDevice, Amount> what) {
        return devices.stream().map(what).reduce(Amount.NONE, Amount::and);
    }

    /** Everything that would end some day. */
    public Amount ending() {
        return endings.stream().map(OfDay::amount).reduce(Amount.NONE, Amount::and);
    }

    /**
     * What one device would notice.
     *
     * @param downloadedAgain offered again though it had them: a client that follows the list of
     *     unique-ids downloads them once more
     * @param noLongerOffered offered now, and not then
     * @param offeredInAddition offered then, and never before to this device
     */
    public record OfDevice(
            Device device,
            Amount downloadedAgain,
            Amount noLongerOffered,
            Amount offeredInAddition) {}

    /**
     * What would be moved or removed.
     *
     * @param from on that day, in UTC, or later; the last one is of all days from then on
     */
    public record OfDay(LocalDate from, Disposition action, Amount amount) {}
}
