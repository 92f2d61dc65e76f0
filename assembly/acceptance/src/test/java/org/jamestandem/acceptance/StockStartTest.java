package org.jamestandem.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.jamestandem.testkit.james.StockJames;
import org.junit.jupiter.api.Test;

/**
 * An unmodified James with our jar dropped in: it starts, and it refuses to start on settings that
 * are wrong.
 */
class StockStartTest {
    @Test
    void startsWithTheSampleConfiguration() {
        try (StockJames james = StockJames.withBundle().start()) {
            assertThat(james.log()).contains("JAMES server started").doesNotContain("ERROR");
        }
    }

    @Test
    void startsWithoutATandemFile() {
        try (StockJames james = StockJames.withBundle().start()) {
            assertThat(james.webAdmin().call("GET", "/domains", "").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void refusesAnUnknownSectionAndSaysWhichAreKnown() {
        assertThat(refusal("<tandem><popp/></tandem>"))
                .contains("tandem.xml: tandem: <popp> is not known here; expected ");
    }

    @Test
    void refusesABadValueAndShowsARightOne() {
        assertThat(refusal("<tandem><state>floppy</state></tandem>"))
                .contains(
                        "tandem.xml: tandem/state = 'floppy' is not valid; expected one of auto,"
                                + " memory, cassandra, for example <state>auto</state>");
    }

    @Test
    void refusesAFileThatIsNotXml() {
        assertThat(refusal("<tandem>")).contains("tandem.xml cannot be read: ");
    }

    private static String refusal(String tandemXml) {
        return StockJames.withBundle()
                .configuration("tandem.xml", tandemXml)
                .startExpectingRefusal();
    }
}
