package org.jamestandem.distribution.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jamestandem.distribution.configuration.Folders;
import org.jamestandem.distribution.configuration.ServerConfiguration;
import org.jamestandem.distribution.configuration.ShippedConf;
import org.jamestandem.distribution.embedded.EmbeddedForm;
import org.jamestandem.distribution.listeners.Listener;
import org.jamestandem.distribution.listeners.Listeners;
import org.jamestandem.distribution.listeners.PortsInUse;
import org.jamestandem.distribution.listeners.Service;
import org.jamestandem.distribution.ready.Readiness;
import org.jamestandem.distribution.samples.Samples;
import org.jamestandem.distribution.single.CassandraForm;
import org.jamestandem.distribution.tls.Certificates;
import org.jamestandem.distribution.tls.HostNames;
import org.jamestandem.distribution.webadmin.WebadminAccess;
import org.jamestandem.distribution.wire.Conversation;
import org.jamestandem.kernel.settings.InvalidSetting;
import org.jamestandem.pop3.policy.Policies;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ServerTest {
    private static final Form FORM = new EmbeddedForm();

    @TempDir private Path home;
    private Folders folders;

    @BeforeEach
    void copyConf() throws Exception {
        folders = ShippedConf.copiedTo(home);
        Files.createDirectories(folders.data());
    }

    @Test
    void startsInProcessAnswersAndLeavesNoListenerBehind() throws Exception {
        ServerConfiguration configuration = withFreePorts();
        Listeners listeners = configuration.listeners();
        new Certificates(folders.tls(), Clock.systemUTC(), HostNames.local()).provide();
        WebadminAccess webadmin = WebadminAccess.provide(folders.data(), url(listeners));
        try (Server server = new Server(FORM, configuration, webadmin)) {
            server.start();
            Readiness readiness = new Readiness(listeners, webadmin, Clock.systemUTC());
            readiness.awaitListeners();
            Samples samples = Samples.create(server.accounts(), folders.data(), Policies.STOCK);
            try (TemporaryAccount witness = server.temporaryAccount("witness@tandem.example")) {
                samples.deliver(
                        listeners.first(Service.LMTP).orElseThrow(),
                        Clock.systemUTC(),
                        witness.user());
                readiness.awaitReadable(
                        witness.user(), witness.password(), Samples.lastMessageId());
            }
            assertThat(server.accounts().listUsers())
                    .containsExactlyInAnyOrder(
                            "anna@tandem.example", "bob@tandem.example", "carol@tandem.example");
        }
        for (Listener listener : listeners.all()) {
            assertThatThrownBy(() -> Conversation.with(listener)).isInstanceOf(IOException.class);
        }
    }

    static List<Form> forms() {
        return List.of(new EmbeddedForm(), new CassandraForm());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyFormHasAllItsParts(Form form) {
        assertThatCode(() -> Server.check(form, new ServerConfiguration(folders, 0)))
                .doesNotThrowAnyException();
    }

    @Test
    void checkReadsWhatTheExtensionsRead() throws Exception {
        Server.check(FORM, new ServerConfiguration(folders, 0));

        Files.writeString(
                folders.conf().resolve("tandem.xml"),
                "<tandem><mailets><spam><threshold>high</threshold></spam></mailets></tandem>");
        assertThatThrownBy(() -> Server.check(FORM, new ServerConfiguration(folders, 0)))
                .hasRootCauseInstanceOf(InvalidSetting.class)
                .hasStackTraceContaining("tandem/mailets/spam/threshold");
    }

    private ServerConfiguration withFreePorts() throws Exception {
        Random random = new Random();
        while (true) {
            ServerConfiguration configuration =
                    new ServerConfiguration(folders, 9_000 + random.nextInt(15_000));
            Optional<String> problem = PortsInUse.firstProblem(configuration.listeners().all());
            if (problem.isEmpty()) {
                return configuration;
            }
        }
    }

    private static String url(Listeners listeners) {
        Listener webadmin = listeners.first(Service.WEBADMIN).orElseThrow();
        assertThat(webadmin.host()).isEqualTo("127.0.0.1");
        return "http://127.0.0.1:" + webadmin.port();
    }
}
