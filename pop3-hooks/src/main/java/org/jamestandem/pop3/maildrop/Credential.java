package org.jamestandem.pop3.maildrop;

import org.apache.james.core.Username;

/** How a client proves that it may open a maildrop. */
public sealed interface Credential {
    /** The password of the maildrop's owner. */
    record Password(String text) implements Credential {
        @Override
        public String toString() {
            return "password";
        }
    }

    /** The password of another user, to whom the owner has delegated the account. */
    record PasswordOf(Username user, String text) implements Credential {
        @Override
        public String toString() {
            return "password of " + user.asString();
        }
    }

    /** Somebody this server trusts has said who the client is. */
    record Vouched(Username user) implements Credential {}
}
