package org.jamestandem.pop3.reader;

import org.apache.james.core.Username;

/** Who reads a maildrop: a user, at one device. */
public record Reader(Username user, Device device) {
    /** That user at the device of a login that names none. */
    public static Reader of(Username user) {
        return new Reader(user, Device.DEFAULT);
    }

    /** Every reader of that user's maildrop. */
    public static Reader everyOf(Username user) {
        return new Reader(user, Device.EVERY);
    }

    /** Whether this is a look back at the last days, which leaves no trace. */
    public boolean looksBack() {
        return device.equals(Device.RECENT);
    }
}
