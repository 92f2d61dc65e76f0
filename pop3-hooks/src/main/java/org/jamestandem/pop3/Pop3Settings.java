package org.jamestandem.pop3;

import java.util.HashSet;
import java.util.Set;
import org.jamestandem.kernel.settings.InvalidSetting;
import org.jamestandem.kernel.settings.Settings;
import org.jamestandem.pop3.policy.Policies;
import org.jamestandem.pop3.policy.PolicySettings;
import org.jamestandem.pop3.reader.DeviceSettings;
import org.jamestandem.pop3.session.SessionSettings;

/** The section {@code <pop3>} of {@code tandem.xml}. */
record Pop3Settings(SessionSettings sessions, DeviceSettings devices, Policies policies) {
    /**
     * Reads and checks the section.
     *
     * @param pop3 the section; absent when {@code tandem.xml} has none
     * @throws InvalidSetting when something in it is unknown, illegal or contradicts another option
     */
    static Pop3Settings read(Settings pop3) {
        Set<String> elements = new HashSet<>(PolicySettings.ELEMENTS);
        elements.addAll(SessionSettings.ELEMENTS);
        elements.addAll(DeviceSettings.ELEMENTS);
        pop3.allow(elements, Set.of());
        return new Pop3Settings(
                SessionSettings.read(pop3), DeviceSettings.read(pop3), PolicySettings.read(pop3));
    }
}
