package org.jamestandem.kernel.audit;

import static java.util.Objects.requireNonNull;

import org.apache.james.core.Username;

/**
 * Who did it.
 *
 * @param name a user, who may be another than the mail's owner; empty for the server and operators
 * @param device the POP3 device's name; empty for the default one and where there are none
 * @param address the client's IP address; empty when there is none or it is not to be kept
 */
public record Actor(AuditChannel channel, String name, String device, String address) {
    public Actor {
        requireNonNull(channel);
        requireNonNull(name);
        requireNonNull(device);
        requireNonNull(address);
    }

    /** A user at a client. */
    public static Actor client(AuditChannel channel, Username user, String device, String address) {
        return new Actor(channel, user.asString(), device, address);
    }

    /** The server following a rule, or an operator. */
    public static Actor nobody(AuditChannel channel) {
        return new Actor(channel, "", "", "");
    }

    Actor withoutAddress() {
        return new Actor(channel, name, device, "");
    }
}
