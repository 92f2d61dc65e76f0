package org.jamestandem.kernel.activity.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import java.time.Clock;
import org.jamestandem.kernel.activity.ReaderActivity;
import org.jamestandem.kernel.activity.ReaderLedger;
import org.jamestandem.kernel.activity.memory.MemoryReaderLedger;
import org.jamestandem.kernel.settings.StateStorage;
import org.junit.jupiter.api.Test;

class ReaderActivityModuleTest {
    @Test
    void severalFeaturesMayInstallItAndShareOneLedger() {
        Module feature = binder -> binder.install(new ReaderActivityModule(StateStorage.MEMORY));
        Module other = binder -> binder.install(new ReaderActivityModule(StateStorage.MEMORY));
        Injector server =
                Guice.createInjector(
                        binder -> binder.bind(Clock.class).toInstance(Clock.systemUTC()));
        Injector extensions = server.createChildInjector(feature, other);
        assertThat(extensions.getInstance(ReaderLedger.class))
                .isInstanceOf(MemoryReaderLedger.class)
                .isSameAs(extensions.getInstance(ReaderLedger.class));
        assertThat(extensions.getInstance(ReaderActivity.class))
                .isSameAs(extensions.getInstance(ReaderActivity.class));
    }
}
