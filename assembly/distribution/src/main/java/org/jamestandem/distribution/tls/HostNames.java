package org.jamestandem.distribution.tls;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The names this machine answers to. */
public final class HostNames {
    /** {@code ::1} as certificates print it. */
    private static final String LOOPBACK_6 = "0:0:0:0:0:0:0:1";

    private static final Pattern DNS_NAME =
            Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");

    private HostNames() {}

    /** {@code localhost}, both loopback addresses and the host's own name. */
    public static Set<String> local() {
        Set<String> names = new LinkedHashSet<>(Set.of("localhost", "127.0.0.1", LOOPBACK_6));
        try {
            String own = InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT);
            if (DNS_NAME.matcher(own).matches()) {
                names.add(own);
            }
        } catch (UnknownHostException e) {
            return names;
        }
        return names;
    }
}
