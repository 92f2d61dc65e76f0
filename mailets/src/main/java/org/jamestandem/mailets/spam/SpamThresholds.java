package org.jamestandem.mailets.spam;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.mail.internet.AddressException;
import org.apache.james.core.Domain;
import org.apache.james.core.MailAddress;
import org.jamestandem.kernel.settings.SettingFormat;
import org.jamestandem.kernel.settings.SettingFormats;
import org.jamestandem.kernel.settings.Settings;

/** {@code <spam>} of {@code tandem.xml}: thresholds by user, else domain, else for all. */
public final class SpamThresholds {
    private static final String THRESHOLD = "threshold";
    private static final SettingFormat<String> DOMAIN =
            SettingFormats.of(SpamThresholds::domain, "a domain", "example.org");
    private static final SettingFormat<String> ADDRESS =
            SettingFormats.of(SpamThresholds::address, "a mail address", "anna@example.org");

    private final SpamThreshold general;
    private final Map<String, SpamThreshold> ofDomains;
    private final Map<String, SpamThreshold> ofUsers;

    private SpamThresholds(
            SpamThreshold general,
            Map<String, SpamThreshold> ofDomains,
            Map<String, SpamThreshold> ofUsers) {
        this.general = general;
        this.ofDomains = Map.copyOf(ofDomains);
        this.ofUsers = Map.copyOf(ofUsers);
    }

    /**
     * @param spam the element {@code <spam>}; an absent one leaves all to the scanner
     * @throws org.jamestandem.kernel.settings.InvalidSetting when something in it is wrong
     */
    public static SpamThresholds read(Settings spam) {
        spam.allow(Set.of(THRESHOLD, "domain", "user"), Set.of());
        return new SpamThresholds(
                spam.value(THRESHOLD, SpamThreshold.FORMAT).orElse(SpamThreshold.SCANNER),
                named(spam, "domain", DOMAIN),
                named(spam, "user", ADDRESS));
    }

    /** One threshold for everybody. */
    static SpamThresholds same(SpamThreshold threshold) {
        return new SpamThresholds(threshold, Map.of(), Map.of());
    }

    SpamThreshold of(MailAddress recipient) {
        String address = recipient.asString().toLowerCase(Locale.ROOT);
        SpamThreshold ofDomain = ofDomains.getOrDefault(recipient.getDomain().asString(), general);
        return ofUsers.getOrDefault(address, ofDomain);
    }

    private static Map<String, SpamThreshold> named(
            Settings spam, String element, SettingFormat<String> format) {
        Map<String, SpamThreshold> found = new HashMap<>();
        for (Settings entry : spam.children(element)) {
            entry.allow(Set.of(THRESHOLD), Set.of("name"));
            String name =
                    entry.attribute("name", format)
                            .orElseThrow(() -> entry.invalid("name=\"...\" is missing"));
            SpamThreshold threshold =
                    entry.value(THRESHOLD, SpamThreshold.FORMAT)
                            .orElseThrow(() -> entry.invalid("<threshold> is missing"));
            if (found.put(name, threshold) != null) {
                throw entry.invalid("name=\"" + name + "\" is given twice");
            }
        }
        return found;
    }

    private static String domain(String text) {
        return Domain.of(text).asString();
    }

    private static String address(String text) {
        try {
            return new MailAddress(text).asString().toLowerCase(Locale.ROOT);
        } catch (AddressException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
