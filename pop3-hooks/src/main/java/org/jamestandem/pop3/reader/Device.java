package org.jamestandem.pop3.reader;

import java.util.Locale;

/**
 * One of the places from which a user reads by POP3. Two devices of a user each get every message.
 *
 * @param name lower case; empty for the device of a login that names none
 */
public record Device(String name) {
    /** The device of a login that names none. */
    public static final Device DEFAULT = new Device("");

    /** Stands for every device of a user, also one that comes later. No login can name it. */
    public static final Device EVERY = new Device("*");

    /** The device of {@code recent:user}: a look back that counts for no other. */
    public static final Device RECENT = new Device("recent:");

    /** What {@link #named} expects, in words. */
    public static final String EXPECTED =
            "a device name of 1 to 32 letters, digits, hyphens and underscores";

    private static final int LONGEST = 64;
    private static final String LEGAL = "[a-z0-9][a-z0-9_-]{0,31}";

    public Device {
        if (name.length() > LONGEST || !name.chars().allMatch(Device::allowed)) {
            throw new IllegalArgumentException("not a device name: '" + name + "'");
        }
    }

    /**
     * The device that a user calls so, in whatever case.
     *
     * @throws IllegalArgumentException when no device can be called so
     */
    public static Device named(String written) {
        String name = written.toLowerCase(Locale.ROOT);
        if (!name.matches(LEGAL)) {
            throw new IllegalArgumentException("expected " + EXPECTED);
        }
        return new Device(name);
    }

    private static boolean allowed(int c) {
        return c > ' ' && c < 0x7F && c != '@' && !Character.isUpperCase(c);
    }
}
