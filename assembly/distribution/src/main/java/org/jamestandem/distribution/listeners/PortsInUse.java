package org.jamestandem.distribution.listeners;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks before the server leaps: which configured address cannot be had. */
public final class PortsInUse {
    private PortsInUse() {}

    /** One sentence on the first address that is taken or not ours; empty when all are free. */
    public static Optional<String> firstProblem(List<Listener> listeners) {
        Map<InetSocketAddress, Listener> seen = new HashMap<>();
        for (Listener listener : listeners) {
            Listener twin = seen.putIfAbsent(listener.address(), listener);
            if (twin != null) {
                return Optional.of(
                        "%s and %s both want port %d"
                                .formatted(
                                        twin.service().word(),
                                        listener.service().word(),
                                        listener.port()));
            }
            Optional<String> problem = problem(listener);
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> problem(Listener listener) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(listener.address());
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(
                    "port %d on %s, wanted for %s, cannot be used: %s"
                            .formatted(
                                    listener.port(),
                                    listener.host(),
                                    listener.service().word(),
                                    e.getMessage()));
        }
    }
}
