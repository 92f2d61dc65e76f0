package org.jamestandem.kernel.audit.wiring;

import com.google.inject.Binder;
import com.google.inject.Module;
import org.jamestandem.kernel.account.wiring.UserRowsModule;
import org.jamestandem.kernel.audit.AuditRows;
import org.jamestandem.kernel.audit.AuditSettings;
import org.jamestandem.kernel.audit.AuditTrail;
import org.jamestandem.kernel.audit.cassandra.CassandraAuditTrail;
import org.jamestandem.kernel.audit.memory.MemoryAuditTrail;
import org.jamestandem.kernel.settings.StateStorage;
import org.jamestandem.kernel.settings.TandemSettings;

/**
 * Binds the trail. Several features install it; Guice takes equal modules once.
 *
 * @param storage memory or Cassandra
 */
public record AuditModule(AuditSettings settings, StateStorage storage) implements Module {
    /**
     * @throws org.jamestandem.kernel.settings.InvalidSetting when the section {@code <audit>} is
     *     wrong
     */
    public AuditModule(TandemSettings settings, StateStorage storage) {
        this(AuditSettings.read(settings.section(AuditSettings.SECTION)), storage);
    }

    @Override
    public void configure(Binder binder) {
        binder.install(UserRowsModule.of(AuditRows.class));
        binder.bind(AuditSettings.class).toInstance(settings);
        binder.bind(AuditTrail.class)
                .to(
                        switch (storage) {
                            case CASSANDRA -> CassandraAuditTrail.class;
                            case MEMORY -> MemoryAuditTrail.class;
                            case AUTO ->
                                    throw new IllegalArgumentException("storage is not chosen");
                        });
    }
}
