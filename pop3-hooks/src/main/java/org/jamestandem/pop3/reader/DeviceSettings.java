package org.jamestandem.pop3.reader;

import java.time.Duration;
import java.util.Set;
import org.jamestandem.kernel.login.LoginNames;
import org.jamestandem.kernel.settings.SettingFormats;
import org.jamestandem.kernel.settings.Settings;

/**
 * How many devices a user may have.
 *
 * @param most named devices of one user, the default one aside
 * @param forgetAfter a device that was not seen for that long is none any more
 */
public record DeviceSettings(int most, Duration forgetAfter) {
    /** What holds when nothing is set. */
    public static final DeviceSettings DEFAULT = new DeviceSettings(10, Duration.ofDays(90));

    private static final String MOST = "devices-per-user";
    private static final String FORGET_AFTER = "forget-devices-after";
    private static final int HIGHEST = 1000;

    /** The elements that this reads, and {@link LoginNames} with it. */
    public static final Set<String> ELEMENTS = Set.of(LoginNames.SEPARATOR, MOST, FORGET_AFTER);

    /**
     * Reads the section {@code <pop3>}.
     *
     * @throws org.jamestandem.kernel.settings.InvalidSetting when an option is wrong
     */
    public static DeviceSettings read(Settings pop3) {
        LoginNames.separator(pop3);
        return new DeviceSettings(
                pop3.value(MOST, SettingFormats.wholeNumber(0, HIGHEST)).orElse(DEFAULT.most),
                pop3.value(FORGET_AFTER, SettingFormats.duration()).orElse(DEFAULT.forgetAfter));
    }
}
