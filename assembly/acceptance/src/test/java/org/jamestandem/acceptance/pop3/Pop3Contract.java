package org.jamestandem.acceptance.pop3;

import org.jamestandem.acceptance.ServerForm;
import org.jamestandem.testkit.james.James;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** POP3 as a whole on one form of the server, started once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Pop3Contract
        implements LostMailContract, ExpiryContract, DeviceLoginContract, SessionContract {
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

    @Override
    public James james() {
        return james;
    }
}
