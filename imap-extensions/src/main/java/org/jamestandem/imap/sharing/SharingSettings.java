package org.jamestandem.imap.sharing;

import java.util.Locale;
import java.util.Set;
import org.jamestandem.kernel.settings.InvalidSetting;
import org.jamestandem.kernel.settings.SettingFormat;
import org.jamestandem.kernel.settings.SettingFormats;
import org.jamestandem.kernel.settings.Settings;

/**
 * {@code <acl>} of {@code tandem.xml}, as far as it is about where mailboxes of others are found.
 *
 * @param listedPublic how many mailboxes that are shared with everybody LIST shows at most
 */
public record SharingSettings(Namespaces namespaces, int listedPublic) {
    /** Names of its elements. */
    public static final Set<String> ELEMENTS =
            Set.of("other-users", "shared", "public-account", "listed-public");

    private static final int LISTED_PUBLIC = 1_000;
    private static final int MOST_LISTED = 100_000;

    private static final SettingFormat<String> PREFIX =
            SettingFormats.of(
                    Namespaces::requirePrefix,
                    "a # , letters or digits, and a dot at the end",
                    Namespaces.DEFAULT.otherUsers());
    private static final SettingFormat<String> LOCAL_PART =
            SettingFormats.of(
                    SharingSettings::localPart, "the part of a login name before the @", "public");

    /**
     * Reads and checks its elements.
     *
     * @throws InvalidSetting when a value is not valid, or both namespaces have one prefix
     */
    public static SharingSettings read(Settings acl) {
        String others = acl.value("other-users", PREFIX).orElse(Namespaces.DEFAULT.otherUsers());
        String shared = acl.value("shared", PREFIX).orElse(Namespaces.DEFAULT.shared());
        if (others.equalsIgnoreCase(shared)) {
            throw acl.invalid("<other-users> and <shared> are both '%s'".formatted(shared));
        }
        return new SharingSettings(
                new Namespaces(others, shared, acl.value("public-account", LOCAL_PART).orElse("")),
                acl.value("listed-public", SettingFormats.wholeNumber(0, MOST_LISTED))
                        .orElse(LISTED_PUBLIC));
    }

    private static String localPart(String text) {
        if (!text.matches("[^@\\s]+") || !text.equals(text.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("not a local part");
        }
        return text;
    }
}
