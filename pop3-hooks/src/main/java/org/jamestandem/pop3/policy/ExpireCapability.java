package org.jamestandem.pop3.policy;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The EXPIRE line of CAPA (RFC 2449 §6.7): a promise, so never longer than what is kept. Days are
 * whole and rounded down; 0 where RETR itself may end a message's stay.
 */
public final class ExpireCapability {
    /** The line before anything is known. */
    static final String NOTHING_PROMISED = "EXPIRE 0 USER";

    private static final String WORD = "EXPIRE ";
    private static final String NEVER = WORD + "NEVER";
    private static final String DAYS = WORD + "%d";
    private static final String VARIES = " USER";

    private ExpireCapability() {}

    /** The line for who has logged in. */
    public static String of(Policy policy) {
        OptionalLong days = days(policy);
        return days.isPresent() ? DAYS.formatted(days.getAsLong()) : NEVER;
    }

    /**
     * The line before login: the smallest of all, and whether it differs from user to user.
     *
     * @param policies every one that a reader may have
     */
    public static String ofAll(Stream<Policy> policies) {
        return least(policies.map(ExpireCapability::of));
    }

    /** Whether {@link #of} may have made that line. */
    static boolean isOne(String line) {
        return line.startsWith(WORD);
    }

    /** As {@link #ofAll}, of lines that {@link #of} has made. */
    static String least(Stream<String> lines) {
        List<String> different = lines.distinct().toList();
        return smallest(different.stream()) + (different.size() > 1 ? VARIES : "");
    }

    /** The line of the fewest days, of lines that {@link #of} has made; at least one. */
    public static String smallest(Stream<String> lines) {
        return lines.min(ExpireCapability::shorter).orElseThrow();
    }

    /** The whole days for which every message stays in the maildrop; empty for ever. */
    public static OptionalLong days(Policy policy) {
        if (policy.onRetrieve().dispositions().stream().anyMatch(Disposition::removes)) {
            return OptionalLong.of(0);
        }
        return policy.expiry() instanceof Expiry.After after && promises(policy, after)
                ? OptionalLong.of(after.period().toDays())
                : OptionalLong.empty();
    }

    /** What only a reader's own DELE sets going is no limit for what a client leaves. */
    private static boolean promises(Policy policy, Expiry.After after) {
        return after.when() != Expiry.When.HIDDEN && !policy.isOnHold();
    }

    private static int shorter(String one, String other) {
        return Long.compare(days(one), days(other));
    }

    private static long days(String line) {
        return line.equals(NEVER)
                ? Long.MAX_VALUE
                : Long.parseLong(line.substring(line.indexOf(' ') + 1));
    }
}
