package org.jamestandem.distribution.server;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.util.Modules;
import org.apache.james.IsStartedProbe;
import org.apache.james.modules.CommonServicesModule;
import org.apache.james.modules.IsStartedProbeModule;
import org.jamestandem.distribution.configuration.ServerConfiguration;
import org.jamestandem.distribution.webadmin.WebadminAccess;

/** The parts of a server, put together as the server puts them together, none of them started. */
public final class Composition {
    private Composition() {}

    /**
     * @param changes what a test binds otherwise
     */
    public static Injector of(Form form, ServerConfiguration configuration, Module changes) {
        Module james =
                Modules.combine(
                        new CommonServicesModule(configuration.folders()),
                        new IsStartedProbeModule(new IsStartedProbe()),
                        CommonModules.all(),
                        form.storage(configuration));
        Module own = new OwnBindings(configuration, new WebadminAccess("", ""));
        return Guice.createInjector(
                Modules.override(Modules.override(james).with(own)).with(changes));
    }
}
