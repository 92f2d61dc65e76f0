package org.jamestandem.imap.acl;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jamestandem.imap.acl.Subject.Group;
import org.jamestandem.imap.acl.Subject.User;
import org.jamestandem.imap.sharing.SharingSettings;
import org.jamestandem.kernel.settings.InvalidSetting;
import org.jamestandem.kernel.settings.SettingFormat;
import org.jamestandem.kernel.settings.SettingFormats;
import org.jamestandem.kernel.settings.Settings;

/**
 * {@code <acl>} of {@code tandem.xml}.
 *
 * @param groups members by name of the group; see {@link ConfiguredGroups}
 * @param ldap where groups are in James' own directory of users
 * @param overrides hold whatever the lists of mailboxes say
 * @param defaults stand in the list of a new mailbox that has none above it
 */
public record AclSettings(
        SharingSettings sharing,
        Tenancies tenancies,
        Map<String, Set<String>> groups,
        Optional<LdapGroupSettings> ldap,
        StandingEntries overrides,
        StandingEntries defaults) {
    /** The section of {@code tandem.xml} that this reads. */
    public static final String SECTION = "acl";

    private static final String TENANCY = "tenancy";
    private static final String GROUP = "group";
    private static final String NAME = "name";
    private static final String OVERRIDE = "override";
    private static final String DEFAULT = "default";
    private static final String MAILBOX = "mailbox";
    private static final String FOR = "for";

    private static final SettingFormat<String> PATTERN =
            SettingFormats.of(
                    AclSettings::pattern,
                    "the owner's login name, a / and the mailbox, each with * for any characters",
                    "*@example.org/Archive*");
    private static final SettingFormat<Identifier> IDENTIFIER =
            SettingFormats.of(
                    AclSettings::identifier,
                    "a login name, a $group, anyone, authenticated or owner, or - before one",
                    "$auditors@example.org");
    private static final SettingFormat<Rights> RIGHTS =
            SettingFormats.of(AclSettings::rights, "rights of RFC 4314", "lr");

    private static final SettingFormat<Set<String>> DOMAINS =
            SettingFormats.of(
                    AclSettings::words,
                    "domains with commas between them",
                    "example.org, example.com");
    private static final SettingFormat<Set<String>> MEMBERS =
            SettingFormats.of(
                    AclSettings::members,
                    "login names and $groups with commas between them",
                    "anna@example.org, $sales@example.org");
    private static final SettingFormat<String> GROUP_NAME =
            SettingFormats.of(
                    text -> new Group(text.toLowerCase(Locale.ROOT)).name(),
                    "the name of a group without the $",
                    "board@example.org");

    public AclSettings {
        groups = Map.copyOf(groups);
    }

    /**
     * Reads and checks the section.
     *
     * @throws InvalidSetting when something in it is unknown, illegal or contradicts another option
     */
    public static AclSettings read(Settings acl) {
        Set<String> elements =
                Stream.concat(
                                SharingSettings.ELEMENTS.stream(),
                                Stream.of(
                                        TENANCY,
                                        GROUP,
                                        LdapGroupSettings.ELEMENT,
                                        OVERRIDE,
                                        DEFAULT))
                        .collect(Collectors.toSet());
        acl.allow(elements, Set.of());
        return new AclSettings(
                SharingSettings.read(acl),
                tenancies(acl),
                groups(acl),
                LdapGroupSettings.read(acl),
                standing(acl, OVERRIDE),
                standing(acl, DEFAULT));
    }

    private static StandingEntries standing(Settings acl, String element) {
        return new StandingEntries(
                acl.children(element).stream().map(AclSettings::standing).toList());
    }

    private static StandingEntry standing(Settings entry) {
        entry.allow(Set.of(), Set.of(MAILBOX, FOR));
        return new StandingEntry(
                required(entry, MAILBOX, PATTERN),
                new Grant(required(entry, FOR, IDENTIFIER), entry.as(RIGHTS)));
    }

    private static <T> T required(Settings settings, String attribute, SettingFormat<T> format) {
        return settings.attribute(attribute, format)
                .orElseThrow(() -> settings.invalid("the attribute " + attribute + " is missing"));
    }

    private static String pattern(String text) {
        return new StandingEntry(text, new Grant(Identifier.of(Subject.Special.ANYONE), Rights.ALL))
                .mailboxes();
    }

    /** With a domain, since there is no owner whose domain could be meant. */
    private static Identifier identifier(String text) {
        Identifier identifier = Identifier.parse(text);
        if (!(identifier.subject() instanceof Subject.Special) && !text.contains("@")) {
            throw new IllegalArgumentException("without a domain");
        }
        return identifier;
    }

    private static Rights rights(String text) {
        Rights rights = Rights.parse(text);
        if (rights.isEmpty()) {
            throw new IllegalArgumentException("no rights");
        }
        return rights;
    }

    private static Tenancies tenancies(Settings acl) {
        List<Set<String>> domains =
                acl.children(TENANCY).stream().map(tenancy -> tenancy.as(DOMAINS)).toList();
        try {
            return new Tenancies(domains);
        } catch (IllegalArgumentException e) {
            throw acl.invalid("a domain stands in two <tenancy> elements");
        }
    }

    private static Map<String, Set<String>> groups(Settings acl) {
        Map<String, Set<String>> groups = new HashMap<>();
        for (Settings group : acl.children(GROUP)) {
            group.allow(Set.of(), Set.of(NAME));
            String name = required(group, NAME, GROUP_NAME);
            if (groups.put(name, group.as(MEMBERS)) != null) {
                throw group.invalid("name=\"%s\" stands here more than once".formatted(name));
            }
        }
        return groups;
    }

    private static Set<String> words(String text) {
        Set<String> words =
                Arrays.stream(text.toLowerCase(Locale.ROOT).split(","))
                        .map(String::strip)
                        .collect(Collectors.toSet());
        if (words.stream().anyMatch(word -> !word.matches("[^@\\s]+"))) {
            throw new IllegalArgumentException("not domains");
        }
        return words;
    }

    private static Set<String> members(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .map(Identifier::parse)
                .map(AclSettings::member)
                .collect(Collectors.toSet());
    }

    private static String member(Identifier identifier) {
        Subject subject = identifier.subject();
        if (identifier.negative() || !(subject instanceof User || subject instanceof Group)) {
            throw new IllegalArgumentException("not a member");
        }
        return subject.text();
    }
}
