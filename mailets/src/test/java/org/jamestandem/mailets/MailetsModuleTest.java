package org.jamestandem.mailets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.apache.james.server.core.configuration.FileConfigurationProvider;
import org.jamestandem.kernel.settings.Settings;
import org.jamestandem.kernel.settings.TandemSettings;
import org.jamestandem.mailets.spam.IsSpam;
import org.junit.jupiter.api.Test;

class MailetsModuleTest {
    private static Injector injector(String xml) throws Exception {
        byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
        return Guice.createInjector(
                new MailetsModule(
                        new TandemSettings(
                                Settings.of(
                                        "tandem.xml",
                                        FileConfigurationProvider.getConfig(
                                                        new ByteArrayInputStream(bytes))
                                                .getNodeModel()
                                                .getNodeHandler()
                                                .getRootNode()))));
    }

    @Test
    void aMatcherCanBeMadeWithoutSettings() {
        Injector injector = Guice.createInjector(new MailetsModule(TandemSettings.defaults()));
        assertThat(injector.getInstance(IsSpam.class)).isNotNull();
    }

    @Test
    void anUnknownElementStopsTheStart() {
        assertThatThrownBy(() -> injector("<tandem><mailets><ham/></mailets></tandem>"))
                .isInstanceOf(CreationException.class)
                .hasMessageContaining(
                        "tandem.xml: tandem/mailets: <ham> is not known here; expected <spam>");
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
