package org.jamestandem.distribution.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Optional;
import org.jamestandem.distribution.configuration.ConfigurationCheck;
import org.jamestandem.distribution.configuration.ServerConfiguration;
import org.jamestandem.distribution.listeners.Listener;
import org.jamestandem.distribution.listeners.Listeners;
import org.jamestandem.distribution.listeners.PortsInUse;
import org.jamestandem.distribution.listeners.Service;
import org.jamestandem.distribution.ready.Readiness;
import org.jamestandem.distribution.ready.ReadyFile;
import org.jamestandem.distribution.ready.Welcome;
import org.jamestandem.distribution.samples.Samples;
import org.jamestandem.distribution.server.Backing;
import org.jamestandem.distribution.server.Form;
import org.jamestandem.distribution.server.Server;
import org.jamestandem.distribution.server.TemporaryAccount;
import org.jamestandem.distribution.tls.Certificates;
import org.jamestandem.distribution.tls.HostNames;
import org.jamestandem.distribution.webadmin.WebadminAccess;
import org.jamestandem.kernel.settings.TandemSettings;
import org.jamestandem.pop3.policy.Policies;
import org.jamestandem.pop3.policy.PolicySettings;

/** One run of the server, from the first check to the printed welcome. */
final class Run {
    private final Form form;
    private final ServerConfiguration configuration;
    private final boolean withSamples;
    private final Optional<Path> readyPath;
    private final Clock clock;

    /**
     * @param readyPath what {@code --ready-file} names
     */
    Run(
            Form form,
            ServerConfiguration configuration,
            boolean withSamples,
            Optional<Path> readyPath,
            Clock clock) {
        this.form = form;
        this.configuration = configuration;
        this.withSamples = withSamples;
        this.readyPath = readyPath;
        this.clock = clock;
    }

    /**
     * Starts the server; returns once it can be used.
     *
     * @param stop what a signal goes to
     * @param out where the welcome goes
     */
    void start(Stop stop, PrintWriter out) throws Exception {
        TandemSettings settings = new ConfigurationCheck(configuration).perform();
        Policies policies = PolicySettings.read(settings.section(PolicySettings.SECTION));
        Listeners listeners = configuration.listeners();
        refuseUsedPorts(listeners);
        Optional<ReadyFile> readyFile = openReadyFile();
        Certificates certificates =
                new Certificates(configuration.folders().tls(), clock, HostNames.local());
        WebadminAccess webadmin = provideSecrets(certificates, listeners);

        Backing backing = form.open(configuration, line -> print(out, line));
        try {
            Server server = new Server(form, backing.configuration(), webadmin);
            server.start();
            Readiness readiness = new Readiness(listeners, webadmin, clock);
            readiness.awaitListeners();
            Samples samples = samples(server, listeners, readiness, policies);
            stop.announce(
                    () -> write(readyFile, listeners, webadmin, certificates, samples),
                    () -> close(form, readyFile, server, backing));
            Path data = configuration.folders().data();
            print(out, Welcome.text(form, listeners, webadmin, data, samples.accounts()));
        } catch (Exception e) {
            backing.close();
            throw e;
        }
    }

    private static void print(PrintWriter out, String text) {
        out.print(text);
        out.flush();
    }

    private static void write(
            Optional<ReadyFile> readyFile,
            Listeners listeners,
            WebadminAccess webadmin,
            Certificates certificates,
            Samples samples)
            throws IOException {
        if (readyFile.isPresent()) {
            readyFile
                    .get()
                    .write(listeners, webadmin, certificates.authority(), samples.accounts());
        }
    }

    private static void close(
            Form form, Optional<ReadyFile> readyFile, Server server, Backing backing)
            throws IOException, InterruptedException {
        try (backing;
                server) {
            if (readyFile.isPresent()) {
                readyFile.get().close();
            }
            if (form.keepsMail()) {
                server.drain();
            }
        }
    }

    private static void refuseUsedPorts(Listeners listeners) throws Refusal {
        Optional<String> problem = PortsInUse.firstProblem(listeners.all());
        if (problem.isPresent()) {
            throw new Refusal(
                    ExitCode.PORT_IN_USE, problem.get() + "; --port-offset N moves all ports");
        }
    }

    private Optional<ReadyFile> openReadyFile() throws Refusal {
        if (readyPath.isEmpty()) {
            return Optional.empty();
        }
        Path file = readyPath.get().toAbsolutePath();
        try {
            if (!Files.isWritable(file.getParent())) {
                throw new Refusal(
                        ExitCode.FOLDER_NOT_USABLE,
                        "cannot write the ready file into " + file.getParent());
            }
            return Optional.of(new ReadyFile(file));
        } catch (IOException e) {
            throw notWritable("the ready file " + file, e);
        }
    }

    private WebadminAccess provideSecrets(Certificates certificates, Listeners listeners)
            throws Refusal {
        Path data = configuration.folders().data();
        try {
            certificates.provide();
            String url =
                    listeners
                            .first(Service.WEBADMIN)
                            .map(Listener::reachable)
                            .map(found -> "http://" + found.host() + ":" + found.port())
                            .orElse("");
            return WebadminAccess.provide(data, url);
        } catch (IOException e) {
            throw notWritable("certificate and token in " + data, e);
        } catch (GeneralSecurityException e) {
            throw new Refusal(
                    ExitCode.FAILED,
                    "no certificate could be made in %s: %s".formatted(data, e.getMessage()),
                    e);
        }
    }

    /** Only where they are gone with the server: nobody wants them on a machine that keeps mail. */
    private Samples samples(
            Server server, Listeners listeners, Readiness readiness, Policies policies)
            throws Exception {
        Optional<Listener> lmtp =
                listeners.first(Service.LMTP).filter(found -> withSamples && !form.keepsMail());
        return lmtp.isPresent()
                ? provideSamples(server, lmtp.get(), readiness, policies)
                : Samples.none();
    }

    /** A witness reads them, so that no sample account has a reader before its first client. */
    private Samples provideSamples(
            Server server, Listener lmtp, Readiness readiness, Policies policies) throws Exception {
        Samples samples =
                Samples.create(server.accounts(), configuration.folders().data(), policies);
        try (TemporaryAccount witness = server.temporaryAccount("witness@" + Samples.DOMAIN)) {
            samples.deliver(lmtp, clock, witness.user());
            readiness.awaitReadable(witness.user(), witness.password(), Samples.lastMessageId());
        }
        return samples;
    }

    private static Refusal notWritable(String what, IOException error) {
        return new Refusal(
                ExitCode.FOLDER_NOT_USABLE,
                "cannot write %s: %s".formatted(what, DataFolder.reason(error)),
                error);
    }
}
