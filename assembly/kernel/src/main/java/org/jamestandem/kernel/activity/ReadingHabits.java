package org.jamestandem.kernel.activity;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How one person reads.
 *
 * @param visits the last visit by each protocol and device
 */
public record ReadingHabits(List<Visit> visits) {
    /** Nobody ever read. */
    public static final ReadingHabits NONE = new ReadingHabits(List.of());

    public ReadingHabits {
        visits = List.copyOf(visits);
    }

    /** Whether that protocol was used at {@code since} or later. */
    public boolean readsBy(AccessProtocol protocol, Instant since) {
        return since(since).anyMatch(visit -> visit.protocol() == protocol);
    }

    /** The devices that came by POP3 at {@code since} or later; the default device is empty. */
    public Set<String> devices(Instant since) {
        return byPop3(since).map(Visit::device).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a device that came at {@code since} or later left downloaded mail on the server. */
    public boolean leavesMail(Instant since) {
        return byPop3(since).anyMatch(visit -> visit.afterDownload() == AfterDownload.LEFT);
    }

    private Stream<Visit> byPop3(Instant since) {
        return since(since).filter(visit -> visit.protocol() == AccessProtocol.POP3);
    }

    private Stream<Visit> since(Instant since) {
        return visits.stream().filter(visit -> !visit.at().isBefore(since));
    }
}
