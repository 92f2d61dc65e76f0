package org.jamestandem.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class RequirementTest {
    private final String configured = System.getProperty(Requirement.PROPERTY);

    @AfterEach
    void restore() {
        if (configured == null) {
            System.clearProperty(Requirement.PROPERTY);
        } else {
            System.setProperty(Requirement.PROPERTY, configured);
        }
    }

    @Test
    void whatIsMissingSkipsTheTest() {
        System.setProperty(Requirement.PROPERTY, "optional");

        assertThat(Requirement.unmet("no example server"))
                .isInstanceOf(TestAbortedException.class)
                .hasMessage("no example server");
    }

    @Test
    void whatIsMissingFailsTheTestWhereNothingMayBeMissing() {
        System.setProperty(Requirement.PROPERTY, "required");

        assertThat(Requirement.unmet("no example server"))
                .isNotInstanceOf(TestAbortedException.class)
                .hasMessage("tandem.backends=required, but no example server");
    }
}
