package org.jamestandem.pop3.journal;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.james.metrics.api.GaugeRegistry;

/** The sessions that are logged in on this node. */
@Singleton
public final class LiveSessions {
    /** The gauge that shows how many there are. */
    public static final String GAUGE = "tandem-pop3-sessions";

    private final Map<UUID, LiveSession> byId = new ConcurrentHashMap<>();

    @Inject
    public LiveSessions(GaugeRegistry gauges) {
        gauges.register(GAUGE, byId::size);
    }

    /** All of them, the oldest first. */
    public List<LiveSession> all() {
        return byId.values().stream().sorted(Comparator.comparing(LiveSession::since)).toList();
    }

    /** The one with that id. */
    public Optional<LiveSession> find(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    void add(LiveSession session) {
        byId.put(session.id(), session);
    }

    /** Whether it was there. */
    boolean remove(LiveSession session) {
        return byId.remove(session.id()) != null;
    }
}
