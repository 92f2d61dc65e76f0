package org.jamestandem.pop3.policy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The LOGIN-DELAY line of CAPA (RFC 2449 §6.5), in whole seconds. */
public final class LoginDelayCapability {
    private static final String WORD = "LOGIN-DELAY ";
    private static final String LINE = WORD + "%d";
    private static final String VARIES = " USER";

    private LoginDelayCapability() {}

    /** The line for who has logged in; empty when there is nothing to wait for. */
    public static Optional<String> of(Policy policy) {
        return line(policy.loginDelay().toSeconds(), "");
    }

    /**
     * The line before login: the largest of all, and whether it differs from user to user.
     *
     * @param policies every one that a reader may have
     * @param announced lines that {@link #of} has made of others; what is no such line is passed
     *     over
     */
    static Optional<String> ofAll(Stream<Policy> policies, Stream<String> announced) {
        List<Long> delays =
                Stream.concat(
                                policies.map(policy -> policy.loginDelay().toSeconds()),
                                announced
                                        .filter(line -> line.startsWith(WORD))
                                        .map(line -> Long.valueOf(line.substring(WORD.length()))))
                        .distinct()
                        .sorted()
                        .toList();
        return line(delays.get(delays.size() - 1), delays.size() > 1 ? VARIES : "");
    }

    private static Optional<String> line(long seconds, String end) {
        return seconds == 0 ? Optional.empty() : Optional.of(LINE.formatted(seconds) + end);
    }
}
