package org.jamestandem.kernel.metadata.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import java.util.List;
import org.jamestandem.kernel.metadata.AllServerEntries;
import org.jamestandem.kernel.metadata.ServerEntries;

/**
 * Adds a feature's server metadata to what the server knows. Binds {@link AllServerEntries} beside
 * the set: without that Guice would make it where the set is not known.
 */
public final class ServerEntriesModule extends AbstractModule {
    private final List<Class<? extends ServerEntries>> entries;

    private ServerEntriesModule(List<Class<? extends ServerEntries>> entries) {
        this.entries = entries;
    }

    /** A module that adds these. */
    @SafeVarargs
    public static ServerEntriesModule of(Class<? extends ServerEntries>... entries) {
        return new ServerEntriesModule(List.of(entries));
    }

    @Override
    protected void configure() {
        bind(AllServerEntries.class);
        Multibinder<ServerEntries> all = Multibinder.newSetBinder(binder(), ServerEntries.class);
        entries.forEach(some -> all.addBinding().to(some));
    }
}
