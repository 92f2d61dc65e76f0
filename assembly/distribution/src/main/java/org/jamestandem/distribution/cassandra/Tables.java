package org.jamestandem.distribution.cassandra;

import com.google.inject.Binder;
import com.google.inject.multibindings.Multibinder;
import org.apache.james.backends.cassandra.components.CassandraModule;

/** The set of tables that James counts when it decides how old its schema is. */
final class Tables {
    private Tables() {}

    static void add(Binder binder, CassandraModule... modules) {
        Multibinder<CassandraModule> set = Multibinder.newSetBinder(binder, CassandraModule.class);
        for (CassandraModule module : modules) {
            set.addBinding().toInstance(module);
        }
    }
}
