package org.jamestandem.pop3.sweep;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jamestandem.pop3.maildrop.InspectedMessage;
import org.jamestandem.pop3.maildrop.StoredMessage;
import org.jamestandem.pop3.policy.FolderName;
import org.jamestandem.pop3.uidl.MessageKey;

/** Compares what holds for one user with what would. */
final class ChangeForecast {
    /** Of more days the last one shown stands for all that follow. */
    private static final int DAYS_SHOWN = 60;

    private final Map<MessageKey, List<InspectedMessage>> byKey = new LinkedHashMap<>();
    private final Instant now;

    /**
     * @param listed the messages of all folders that one or the other policy offers
     */
    ChangeForecast(List<InspectedMessage> listed, Instant now) {
        this.now = now;
        listed.forEach(
                one ->
                        byKey.computeIfAbsent(one.message().key(), any -> new ArrayList<>())
                                .add(one));
    }

    /** What one device would notice. */
    ChangeReport.OfDevice of(DeviceReading before, DeviceReading after) {
        Amount again = Amount.NONE;
        Amount gone = Amount.NONE;
        Amount added = Amount.NONE;
        for (List<InspectedMessage> copies : byKey.values()) {
            Optional<StoredMessage> now = offered(before, copies);
            Optional<StoredMessage> then = offered(after, copies);
            if (now.isPresent() && then.isEmpty()) {
                gone = gone.and(amount(now.get()));
            } else if (now.isEmpty() && then.isPresent()) {
                boolean had = after.doneAt(then.get().key()).isPresent();
                again = had ? again.and(amount(then.get())) : again;
                added = had ? added : added.and(amount(then.get()));
            }
        }
        return new ChangeReport.OfDevice(after.device(), again, gone, added);
    }

    /** What the server would move or remove by itself. */
    List<ChangeReport.OfDay> endings(List<DeviceReading> after, Promise promise) {
        Endings endings = new Endings(after);
        Map<LocalDate, List<ChangeReport.OfDay>> byDay = new TreeMap<>();
        for (List<InspectedMessage> copies : byKey.values()) {
            endings.of(copies)
                    .map(ending -> ofDay(ending, copies.get(0).message(), promise))
                    .ifPresent(
                            one ->
                                    byDay.computeIfAbsent(one.from(), any -> new ArrayList<>())
                                            .add(one));
        }
        return shown(byDay);
    }

    private ChangeReport.OfDay ofDay(Ending ending, StoredMessage message, Promise promise) {
        Instant at = ending.at().isBefore(now) ? now : ending.at();
        Instant due = ending.isAnnounced() && at.isBefore(promise.from()) ? promise.from() : at;
        return new ChangeReport.OfDay(
                LocalDate.ofInstant(due, ZoneOffset.UTC), ending.action(), amount(message));
    }

    private static List<ChangeReport.OfDay> shown(Map<LocalDate, List<ChangeReport.OfDay>> byDay) {
        Map<List<Object>, ChangeReport.OfDay> shown = new LinkedHashMap<>();
        List<LocalDate> days = byDay.keySet().stream().limit(DAYS_SHOWN).toList();
        byDay.forEach(
                (day, all) -> {
                    LocalDate as = days.contains(day) ? day : days.get(days.size() - 1);
                    all.forEach(
                            one ->
                                    shown.merge(
                                            List.of(as, one.action()),
                                            new ChangeReport.OfDay(as, one.action(), one.amount()),
                                            ChangeForecast::both));
                });
        return List.copyOf(shown.values());
    }

    private static ChangeReport.OfDay both(ChangeReport.OfDay one, ChangeReport.OfDay other) {
        return new ChangeReport.OfDay(one.from(), one.action(), one.amount().and(other.amount()));
    }

    /** The message as a maildrop lists it: in the first folder, with the lowest UID. */
    private Optional<StoredMessage> offered(DeviceReading device, List<InspectedMessage> copies) {
        List<FolderName> folders = device.policy().folders();
        return copies.stream()
                .map(InspectedMessage::message)
                .filter(message -> folders.contains(message.place().folder()))
                .min(
                        Comparator.<StoredMessage>comparingInt(
                                        message -> folders.indexOf(message.place().folder()))
                                .thenComparingLong(message -> message.place().uid()))
                .filter(message -> device.isOffered(message, now));
    }

    private static Amount amount(StoredMessage message) {
        return new Amount(1, message.octets());
    }
}
