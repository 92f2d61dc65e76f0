package org.jamestandem.testkit.transcript;

import java.util.Objects;

/** A user of the server under test. The login name is complete, {@code bob@example.org}. */
public record Account(String loginName, String password) {
    public Account {
        Objects.requireNonNull(loginName, "loginName");
        Objects.requireNonNull(password, "password");
    }

    /** The same user with a detail in the login name, {@code bob+phone@example.org}. */
    public Account withDetail(String detail) {
        int at = loginName.lastIndexOf('@');
        return at < 0
                ? new Account(loginName + "+" + detail, password)
                : new Account(
                        loginName.substring(0, at) + "+" + detail + loginName.substring(at),
                        password);
    }
}
