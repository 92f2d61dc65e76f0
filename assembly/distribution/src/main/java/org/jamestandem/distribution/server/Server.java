package org.jamestandem.distribution.server;

import com.google.inject.Guice;
import com.google.inject.Module;
import com.google.inject.util.Modules;
import org.apache.james.GuiceJamesServer;
import org.apache.james.IsStartedProbe;
import org.apache.james.core.Username;
import org.apache.james.modules.CommonServicesModule;
import org.apache.james.modules.IsStartedProbeModule;
import org.apache.james.modules.MailboxProbeImpl;
import org.apache.james.utils.DataProbeImpl;
import org.apache.james.utils.GuiceGenericLoader;
import org.jamestandem.distribution.configuration.ServerConfiguration;
import org.jamestandem.distribution.drain.Drain;
import org.jamestandem.distribution.webadmin.WebadminAccess;

/** A James server of any form. */
public final class Server implements AutoCloseable {
    private static final String EXIT_ON_ERROR = "james.exit.on.startup.error";

    private final GuiceJamesServer james;

    /** Composes the server; nothing is read or opened before {@link #start}. */
    public Server(Form form, ServerConfiguration configuration, WebadminAccess webadmin) {
        System.setProperty(EXIT_ON_ERROR, "false");
        this.james =
                GuiceJamesServer.forConfiguration(configuration.folders())
                        .combineWith(CommonModules.all(), form.storage(configuration))
                        .overrideWith(new OwnBindings(configuration, webadmin));
    }

    /**
     * Composes the server and loads the extensions, so that they read their settings; starts
     * nothing.
     *
     * @throws RuntimeException what an extension says is wrong
     */
    public static void check(Form form, ServerConfiguration configuration) {
        Module james =
                Modules.combine(
                        new CommonServicesModule(configuration.folders()),
                        new IsStartedProbeModule(new IsStartedProbe()),
                        CommonModules.all(),
                        form.storage(configuration));
        Guice.createInjector(
                        Modules.override(james)
                                .with(new OwnBindings(configuration, new WebadminAccess("", ""))))
                .getInstance(GuiceGenericLoader.class);
    }

    /** Opens every listener; returns when all of them accept connections. */
    public void start() throws Exception {
        james.start();
    }

    /** Domains and users of the running server. */
    public DataProbeImpl accounts() {
        return james.getProbe(DataProbeImpl.class);
    }

    /** An account that is there until it is closed. */
    public TemporaryAccount temporaryAccount(String user) throws Exception {
        return new TemporaryAccount(
                accounts(), james.getProbe(MailboxProbeImpl.class), Username.of(user));
    }

    /** Lets nobody new in and finishes what runs, for a while; {@link #close} comes after it. */
    public void drain() throws InterruptedException {
        james.getProbe(Drain.class).perform();
    }

    /** Closes every listener. */
    @Override
    public void close() {
        james.stop();
    }
}
