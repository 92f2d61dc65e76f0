package org.jamestandem.imap.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CasemapTest {
    @Test
    void canonicalFormsAreTitleCaseAndDecomposed() {
        assertThat(Casemap.canonical("kůň ǆ ﬁ 😀"))
                .isEqualTo("KU\u030aN\u030c D\u007a\u030c fi 😀");
    }

    @Test
    void whatIsNoCharacterIsReplaced() {
        assertThat(Casemap.canonical("a\ud800b\udc00\udbff\udfff"))
                .isEqualTo("A\ufffdB\ufffd\ufffd");
    }
}
