package org.jamestandem.acceptance.clients;

import java.util.concurrent.atomic.AtomicInteger;
import org.jamestandem.acceptance.ServerForm;
import org.jamestandem.testkit.james.James;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** What tests with real clients share: one server for the class, new users for each test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ClientContract {
    private static final AtomicInteger USERS = new AtomicInteger();

    private James james;

    abstract ServerForm form();

    @BeforeAll
    void start() {
        james = form().start();
    }

    @AfterAll
    void stop() {
        if (james != null) {
            james.close();
        }
    }

    /** A new user under this policy, {@code classic} or {@code hide}. */
    Reader newReader(String policy) {
        String user = "reader" + USERS.incrementAndGet() + "@" + policy + ".example";
        james.webAdmin().addUser(user, "secret");
        return new Reader(james, user, "secret");
    }
}
