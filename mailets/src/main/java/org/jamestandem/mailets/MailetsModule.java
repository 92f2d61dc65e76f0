package org.jamestandem.mailets;

import com.google.inject.AbstractModule;
import com.google.inject.Inject;
import java.util.Set;
import org.jamestandem.kernel.settings.Settings;
import org.jamestandem.kernel.settings.TandemSettings;
import org.jamestandem.mailets.spam.SpamThresholds;

/**
 * What our mailets and matchers need. Named in {@code extensions.properties}; reads {@code
 * <mailets>} of {@code tandem.xml}, and what is wrong there stops the start.
 */
public final class MailetsModule extends AbstractModule {
    private final Settings section;

    @Inject
    public MailetsModule(TandemSettings settings) {
        this.section = settings.section("mailets");
    }

    @Override
    protected void configure() {
        section.allow(Set.of("spam"), Set.of());
        bind(SpamThresholds.class).toInstance(SpamThresholds.read(section.child("spam")));
    }
}
