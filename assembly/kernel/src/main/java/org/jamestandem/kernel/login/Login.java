package org.jamestandem.kernel.login;

import static java.util.Objects.requireNonNull;

import org.apache.james.core.Username;

/**
 * Who logs in, and from where.
 *
 * @param device lower case; empty when the login name has none; {@value LoginNames#RECENT} when it
 *     begins so
 */
public record Login(Username user, String device) {
    /** The device of a login name that has none. */
    public static final String NO_DEVICE = "";

    public Login {
        requireNonNull(user);
        requireNonNull(device);
    }
}
