package org.jamestandem.mailets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.CreationException;
import com.google.inject.Injector;
import org.jamestandem.kernel.activity.ReaderLedger;
import org.jamestandem.kernel.activity.memory.MemoryReaderLedger;
import org.jamestandem.mailets.reading.ReadsBy;
import org.jamestandem.mailets.spam.IsSpam;
import org.junit.jupiter.api.Test;

class MailetsModuleTest {
    private static Injector injector(String tandemXml) throws Exception {
        return Extensions.injector(Extensions.settings(tandemXml));
    }

    @Test
    void matchersCanBeMadeWithoutSettings() throws Exception {
        Injector injector = injector("<tandem/>");
        assertThat(injector.getInstance(IsSpam.class)).isNotNull();
        assertThat(injector.getInstance(ReadsBy.class)).isNotNull();
    }

    @Test
    void theLedgerIsWhereOurStateIs() throws Exception {
        assertThat(injector("<tandem/>").getInstance(ReaderLedger.class))
                .isInstanceOf(MemoryReaderLedger.class);
    }

    @Test
    void anUnknownElementStopsTheStart() {
        assertThatThrownBy(() -> injector("<tandem><mailets><ham/></mailets></tandem>"))
                .isInstanceOf(CreationException.class)
                .hasMessageContaining(
                        "tandem.xml: tandem/mailets: <ham> is not known here; expected <hold>,"
                                + " <public-url>, <spam>");
    }

    @Test
    void aWrongThresholdStopsTheStart() {
        assertThatThrownBy(
                        () ->
                                injector(
                                        "<tandem><mailets><spam><threshold>much</threshold></spam>"
                                                + "</mailets></tandem>"))
                .isInstanceOf(CreationException.class)
                .hasMessageContaining(
                        "tandem.xml: tandem/mailets/spam/threshold = 'much' is not valid");
    }
}
