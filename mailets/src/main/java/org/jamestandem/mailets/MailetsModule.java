package org.jamestandem.mailets;

import com.google.inject.AbstractModule;
import com.google.inject.Inject;
import java.util.Set;
import org.jamestandem.kernel.activity.wiring.ReaderActivityModule;
import org.jamestandem.kernel.settings.Settings;
import org.jamestandem.kernel.settings.StateStorage;
import org.jamestandem.kernel.settings.TandemSettings;
import org.jamestandem.kernel.state.StateChoice;
import org.jamestandem.mailets.spam.SpamThresholds;

/**
 * What our mailets and matchers need. Named in {@code extensions.properties}; reads {@code
 * <mailets>} of {@code tandem.xml}, and what is wrong there stops the start.
 */
public final class MailetsModule extends AbstractModule {
    private final Settings section;
    private final StateStorage storage;

    /**
     * James makes it with the server's own injector.
     *
     * @throws org.jamestandem.kernel.settings.InvalidSetting when this server has no place for our
     *     data
     */
    @Inject
    public MailetsModule(TandemSettings settings, StateChoice state) {
        this.section = settings.section("mailets");
        this.storage = state.storage();
    }

    @Override
    protected void configure() {
        section.allow(Set.of("spam"), Set.of());
        install(new ReaderActivityModule(storage));
        bind(SpamThresholds.class).toInstance(SpamThresholds.read(section.child("spam")));
    }
}
