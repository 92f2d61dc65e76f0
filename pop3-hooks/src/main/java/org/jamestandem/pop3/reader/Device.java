package org.jamestandem.pop3.reader;

/**
 * One of the places from which a user reads by POP3. Two devices of a user each get every message.
 *
 * @param name lower case; empty for the device of a login that names none
 */
public record Device(String name) {
    /** The device of a login that names none. */
    public static final Device DEFAULT = new Device("");

    private static final int LONGEST = 64;

    public Device {
        if (name.length() > LONGEST || !name.chars().allMatch(Device::allowed)) {
            throw new IllegalArgumentException("not a device name: '" + name + "'");
        }
    }

    private static boolean allowed(int c) {
        return c > ' ' && c < 0x7F && c != '@' && !Character.isUpperCase(c);
    }
}
