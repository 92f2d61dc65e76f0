package org.jamestandem.distribution.dependencies;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.james.mime4j.field.Fields;
import org.junit.jupiter.api.Test;

/** CVE-2024-21742, on the class path of the distribution: mime4j before 0.8.10 wrote it all. */
class HeaderInjectionTest {
    private static final String INJECTED = "x\r\nBcc: somebody@else.example";

    @Test
    void fileNameCannotBringAFieldOfItsOwn() {
        assertThatThrownBy(() -> Fields.contentDisposition("attachment", INJECTED))
                .hasMessageContaining("injection");
    }

    @Test
    void messageIdCannotBringAFieldOfItsOwn() {
        assertThatThrownBy(() -> Fields.messageId(INJECTED)).hasMessageContaining("injection");
    }
}
