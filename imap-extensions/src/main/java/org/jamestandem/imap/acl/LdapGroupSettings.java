package org.jamestandem.imap.acl;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jamestandem.kernel.settings.SettingFormat;
import org.jamestandem.kernel.settings.SettingFormats;
import org.jamestandem.kernel.settings.Settings;

/**
 * {@code <ldap-groups>} of {@code tandem.xml}: where groups are in the directory that {@code
 * usersrepository.xml} names.
 *
 * @param base below which they are
 * @param domain of their names here: {@code $NAME@DOMAIN}
 * @param name the attribute that names a group
 * @param member the attribute that names its members, each by distinguished or login name
 */
public record LdapGroupSettings(String base, String domain, String name, String member) {
    /** The element. */
    public static final String ELEMENT = "ldap-groups";

    private static final String BASE = "base";
    private static final String DOMAIN = "domain";
    private static final String NAME = "name";
    private static final String MEMBER = "member";

    private static final SettingFormat<String> DN =
            SettingFormats.of(
                    text -> matching(text, "\\s*[^=,]+=[^=]+(,[^=,]+=[^=]+)*"),
                    "a distinguished name",
                    "ou=groups,dc=example,dc=org");
    private static final SettingFormat<String> DOMAIN_NAME =
            SettingFormats.of(
                    text -> matching(text, "[^@\\s]+").toLowerCase(Locale.ROOT),
                    "a domain",
                    "example.org");
    private static final SettingFormat<String> ATTRIBUTE =
            SettingFormats.of(
                    text -> matching(text, "[A-Za-z][A-Za-z0-9-]*"),
                    "the name of an attribute",
                    "member");

    /**
     * Reads and checks the element; empty when there is none.
     *
     * @throws org.jamestandem.kernel.settings.InvalidSetting when something in it is wrong
     */
    static Optional<LdapGroupSettings> read(Settings acl) {
        return acl.children(ELEMENT).stream().findFirst().map(LdapGroupSettings::readOne);
    }

    private static LdapGroupSettings readOne(Settings element) {
        element.allow(Set.of(), Set.of(BASE, DOMAIN, NAME, MEMBER));
        return new LdapGroupSettings(
                required(element, BASE, DN),
                required(element, DOMAIN, DOMAIN_NAME),
                element.attribute(NAME, ATTRIBUTE).orElse("cn"),
                element.attribute(MEMBER, ATTRIBUTE).orElse(MEMBER));
    }

    private static String required(
            Settings element, String attribute, SettingFormat<String> format) {
        return element.attribute(attribute, format)
                .orElseThrow(() -> element.invalid("the attribute " + attribute + " is missing"));
    }

    private static String matching(String text, String expression) {
        if (!text.matches(expression)) {
            throw new IllegalArgumentException("not valid: " + text);
        }
        return text;
    }
}
