package org.jamestandem.kernel.metadata;

import com.google.inject.Inject;
import com.google.inject.Provider;
import com.google.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import org.apache.james.core.Username;
import reactor.core.publisher.Flux;

/** What all features keep of a server's metadata. */
@Singleton
public final class AllServerEntries {
    private Provider<Set<ServerEntries>> all = Set::of;

    @Inject
    public AllServerEntries() {}

    /** Called by Guice where a feature has installed the module that binds the set. */
    @Inject(optional = true)
    void know(Provider<Set<ServerEntries>> entries) {
        this.all = entries;
    }

    /** The entries that have a value for that user. */
    public Flux<ServerEntry> of(Username user) {
        return Flux.defer(() -> Flux.fromIterable(all.get())).concatMap(some -> some.of(user));
    }

    /** Who keeps entries of that name; empty when nobody does. */
    public Optional<ServerEntries> keeper(String name) {
        return all.get().stream().filter(some -> some.keep(name)).findFirst();
    }
}
