package org.jamestandem.mailets.hold;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.james.core.Domain;
import org.apache.james.core.Username;
import org.jamestandem.kernel.settings.SettingFormat;
import org.jamestandem.kernel.settings.SettingFormats;
import org.jamestandem.kernel.settings.Settings;

/** In which language each reader is written to: the user's, else the domain's, else all's. */
record Languages(Language general, Map<String, Language> domains, Map<String, Language> users) {
    private static final String LANGUAGE = "language";
    private static final SettingFormat<Language> FORMAT = SettingFormats.oneOf(Language.class);
    private static final SettingFormat<String> DOMAIN =
            SettingFormats.of(text -> Domain.of(text).asString(), "a domain", "example.org");
    private static final SettingFormat<String> USER =
            SettingFormats.of(
                    text -> Username.of(text).asString(), "a user name", "anna@example.org");

    Languages {
        domains = Map.copyOf(domains);
        users = Map.copyOf(users);
    }

    static Languages read(Settings hold) {
        return new Languages(
                hold.value(LANGUAGE, FORMAT).orElse(Language.EN),
                named(hold, "domain", DOMAIN),
                named(hold, "user", USER));
    }

    Language of(Username reader) {
        Language ofDomain =
                reader.getDomainPart()
                        .map(domain -> domains.get(domain.asString().toLowerCase(Locale.ROOT)))
                        .orElse(general);
        return users.getOrDefault(reader.asString(), ofDomain);
    }

    private static Map<String, Language> named(
            Settings hold, String element, SettingFormat<String> format) {
        Map<String, Language> found = new HashMap<>();
        for (Settings entry : hold.children(element)) {
            entry.allow(Set.of(LANGUAGE), Set.of("name"));
            String name =
                    entry.attribute("name", format)
                            .orElseThrow(() -> entry.invalid("name=\"...\" is missing"));
            Language language =
                    entry.value(LANGUAGE, FORMAT)
                            .orElseThrow(() -> entry.invalid("<language> is missing"));
            if (found.put(name, language) != null) {
                throw entry.invalid("name=\"" + name + "\" is given twice");
            }
        }
        return found;
    }
}
