package org.jamestandem.kernel.activity.wiring;

import com.google.inject.Binder;
import com.google.inject.Module;
import org.jamestandem.kernel.account.wiring.UserRowsModule;
import org.jamestandem.kernel.activity.ReaderLedger;
import org.jamestandem.kernel.activity.VisitRows;
import org.jamestandem.kernel.activity.cassandra.CassandraReaderLedger;
import org.jamestandem.kernel.activity.memory.MemoryReaderLedger;
import org.jamestandem.kernel.settings.StateStorage;

/**
 * Binds the ledger. Several features install it; Guice takes equal modules once.
 *
 * @param storage memory or Cassandra
 */
public record ReaderActivityModule(StateStorage storage) implements Module {
    @Override
    public void configure(Binder binder) {
        binder.install(UserRowsModule.of(VisitRows.class));
        binder.bind(ReaderLedger.class)
                .to(
                        switch (storage) {
                            case CASSANDRA -> CassandraReaderLedger.class;
                            case MEMORY -> MemoryReaderLedger.class;
                            case AUTO ->
                                    throw new IllegalArgumentException("storage is not chosen");
                        });
    }
}
