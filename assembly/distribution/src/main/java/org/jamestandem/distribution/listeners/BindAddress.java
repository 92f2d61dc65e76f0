package org.jamestandem.distribution.listeners;

import java.util.Optional;
import org.jamestandem.kernel.settings.InvalidSetting;

/** {@code host:port} as configuration files write it. */
record BindAddress(String host, int port) {
    private static final int LAST_PORT = 65_535;
    private static final String EXPECTED = "an address and a port from 1 to 65535";
    private static final String EXAMPLE = "<bind>127.0.0.1:1143</bind>";

    /**
     * @param place file and path, for errors
     * @throws InvalidSetting when it is not {@code host:port}
     */
    static BindAddress parse(String place, String text) {
        int colon = text.lastIndexOf(':');
        String host = colon < 0 ? "" : text.substring(0, colon).strip();
        int port = number(text.substring(colon + 1).strip());
        if (host.isEmpty() || host.contains(":") || port < 1 || port > LAST_PORT) {
            throw InvalidSetting.badValue(place, text, EXPECTED, EXAMPLE);
        }
        return new BindAddress(host, port);
    }

    /**
     * @throws InvalidSetting when no such port exists
     */
    BindAddress shiftedBy(int offset, String place) {
        int shifted = port + offset;
        if (shifted < 1 || shifted > LAST_PORT) {
            throw new InvalidSetting(
                    "%s: port %d shifted by %d is %d; expected a --port-offset that keeps it from 1 to 65535"
                            .formatted(place, port, offset, shifted));
        }
        return new BindAddress(host, shifted);
    }

    BindAddress on(Optional<String> other) {
        return new BindAddress(other.orElse(host), port);
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
