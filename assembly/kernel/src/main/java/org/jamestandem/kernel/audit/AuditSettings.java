package org.jamestandem.kernel.audit;

import java.time.Duration;
import java.util.Set;
import org.jamestandem.kernel.settings.InvalidSetting;
import org.jamestandem.kernel.settings.SettingFormats;
import org.jamestandem.kernel.settings.Settings;

/**
 * {@code <audit>} of {@code tandem.xml}.
 *
 * @param retention how long an entry is kept, in whole days
 * @param addresses whether clients' IP addresses are kept
 */
public record AuditSettings(Duration retention, boolean addresses) {
    /** The section of {@code tandem.xml} that this reads. */
    public static final String SECTION = "audit";

    private static final Duration LONGEST = Duration.ofDays(400);

    /** What holds without the section. */
    public static final AuditSettings DEFAULT = new AuditSettings(Duration.ofDays(90), true);

    private static final String RETENTION = "retention";
    private static final String ADDRESSES = "addresses";

    public AuditSettings {
        if (retention.compareTo(Duration.ofDays(1)) < 0 || retention.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("retention: " + retention);
        }
    }

    /**
     * Reads and checks the section.
     *
     * @param audit the section; absent when {@code tandem.xml} has none
     * @throws InvalidSetting when something in it is unknown or illegal
     */
    public static AuditSettings read(Settings audit) {
        audit.allow(Set.of(RETENTION, ADDRESSES), Set.of());
        Duration retention =
                audit.value(
                                RETENTION,
                                SettingFormats.of(
                                        AuditSettings::days,
                                        "a duration from 1d to " + LONGEST.toDays() + "d",
                                        "90d"))
                        .orElse(DEFAULT.retention);
        boolean addresses =
                audit.value(ADDRESSES, SettingFormats.yesNo()).orElse(DEFAULT.addresses);
        return new AuditSettings(retention, addresses);
    }

    private static Duration days(String text) {
        Duration duration = SettingFormats.duration().parse(text);
        return new AuditSettings(Duration.ofDays(duration.toDays()), true).retention;
    }
}
