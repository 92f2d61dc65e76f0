package org.jamestandem.pop3.policy;

import java.util.stream.Stream;

/** The EXPIRE line of CAPA (RFC 2449 §6.7): a promise, so never longer than what is kept. */
public final class ExpireCapability {
    private ExpireCapability() {}

    /**
     * The line that is true for all of these.
     *
     * @param policies the one of the reader who has logged in; before login, every one that a
     *     reader may have
     */
    public static String of(Stream<Policy> policies) {
        return policies.map(policy -> "EXPIRE " + policy.expiry().announced())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("EXPIRE of no policy"));
    }
}
