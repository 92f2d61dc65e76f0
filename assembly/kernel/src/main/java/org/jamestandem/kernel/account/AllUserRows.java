package org.jamestandem.kernel.account;

import com.google.inject.Inject;
import com.google.inject.Provider;
import com.google.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** What all features keep under users' names. */
@Singleton
public final class AllUserRows {
    private Provider<Set<UserRows>> all = Set::of;

    @Inject
    public AllUserRows() {}

    /** Called by Guice where a feature has installed the module that binds the set. */
    @Inject(optional = true)
    void know(Provider<Set<UserRows>> rows) {
        this.all = rows;
    }

    /** By name, so that work on them can go on where it stopped. */
    public List<UserRows> inOrder() {
        return all.get().stream().sorted(Comparator.comparing(UserRows::name)).toList();
    }
}
