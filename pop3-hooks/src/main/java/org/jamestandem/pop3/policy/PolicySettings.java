package org.jamestandem.pop3.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.james.core.Domain;
import org.apache.james.core.Username;
import org.jamestandem.kernel.settings.InvalidSetting;
import org.jamestandem.kernel.settings.SettingFormat;
import org.jamestandem.kernel.settings.SettingFormats;
import org.jamestandem.kernel.settings.Settings;
import org.jamestandem.pop3.session.SessionSettings;

/** Reads the policies of {@code <pop3>} in {@code tandem.xml}. */
public final class PolicySettings {
    /** The section of {@code tandem.xml} that this reads. */
    public static final String SECTION = "pop3";

    private static final String POLICY = "policy";
    private static final String DOMAIN = "domain";
    private static final String USER = "user";
    private static final String NAME = "name";
    private static final String ON_DELETE = "on-delete";
    private static final String ON_RETRIEVE = "on-retrieve";
    private static final String EXPIRE = "expire";
    private static final String ACKNOWLEDGE = "acknowledge";
    private static final String QUOTA_MAY_FILL = "quota-may-fill";

    private static final SettingFormat<Domain> DOMAIN_NAME =
            SettingFormats.of(Domain::of, "a mail domain", "example.org");
    private static final SettingFormat<Username> USER_NAME =
            SettingFormats.of(Username::of, "a user name", "anna@example.org");
    private static final SettingFormat<String> NEVER = word("never");
    private static final SettingFormat<String> ACKNOWLEDGEMENT = word(QUOTA_MAY_FILL);

    private PolicySettings() {}

    /**
     * Reads and checks the section.
     *
     * @param pop3 the section; absent when {@code tandem.xml} has none
     * @throws InvalidSetting when something in it is unknown, illegal or contradicts another option
     */
    public static Policies read(Settings pop3) {
        pop3.allow(
                Stream.concat(Stream.of(POLICY, DOMAIN, USER), SessionSettings.ELEMENTS.stream())
                        .toList(),
                Set.of());
        Policies policies =
                new Policies(
                        layer(pop3.child(POLICY)),
                        named(pop3.children(DOMAIN), DOMAIN_NAME),
                        named(pop3.children(USER), USER_NAME));
        checkQuotas(pop3, policies);
        return policies;
    }

    private static PolicyLayer layer(Settings policy) {
        policy.allow(Set.of(ON_DELETE, ON_RETRIEVE, EXPIRE), Set.of());
        List<PolicyOption> options = new ArrayList<>();
        policy.value(ON_DELETE, SettingFormats.oneOf(DeleteRule.class)).ifPresent(options::add);
        policy.value(ON_RETRIEVE, SettingFormats.oneOf(RetrieveRule.class)).ifPresent(options::add);
        expiry(policy).ifPresent(options::add);
        return new PolicyLayer(options);
    }

    private static Optional<Expiry> expiry(Settings policy) {
        if (policy.children(EXPIRE).isEmpty()) {
            return Optional.empty();
        }
        Settings expire = policy.child(EXPIRE);
        expire.allow(Set.of(), Set.of(ACKNOWLEDGE));
        expire.as(NEVER);
        return expire.attribute(ACKNOWLEDGE, ACKNOWLEDGEMENT)
                .map(any -> Expiry.NEVER_THOUGH_QUOTAS_MAY_FILL)
                .or(() -> Optional.of(Expiry.NEVER));
    }

    private static <N> Map<N, PolicyLayer> named(List<Settings> places, SettingFormat<N> format) {
        Map<N, PolicyLayer> layers = new HashMap<>();
        for (Settings place : places) {
            N name = name(place, format);
            place.allow(Set.of(POLICY), Set.of(NAME));
            if (layers.put(name, layer(place.child(POLICY))) != null) {
                throw place.invalid(
                        "name=\"%s\" stands here more than once".formatted(written(place)));
            }
        }
        return layers;
    }

    private static <N> N name(Settings place, SettingFormat<N> format) {
        return place.attribute(NAME, format)
                .orElseThrow(
                        () ->
                                place.invalid(
                                        "the attribute name is missing; expected %s, for example name=\"%s\""
                                                .formatted(format.expected(), format.example())));
    }

    private static String written(Settings place) {
        return place.attribute(NAME, SettingFormats.text("a name", "example.org")).orElseThrow();
    }

    private static void checkQuotas(Settings pop3, Policies policies) {
        check(pop3.child(POLICY), policies.ofEverybody());
        pop3.children(DOMAIN)
                .forEach(place -> check(place, policies.ofDomain(name(place, DOMAIN_NAME))));
        pop3.children(USER).forEach(place -> check(place, policies.ofUser(name(place, USER_NAME))));
    }

    private static void check(Settings place, Policy policy) {
        if (policy.fillsQuotasSilently()) {
            throw place.invalid(
                    "<on-delete>hide</on-delete> keeps what POP3 clients delete, and without an"
                        + " expiry quotas fill without end; if that is meant, say so with <expire"
                        + " acknowledge=\"quota-may-fill\">never</expire>");
        }
    }

    private static SettingFormat<String> word(String only) {
        return SettingFormats.of(
                text -> {
                    if (!only.equals(text)) {
                        throw new IllegalArgumentException("another word");
                    }
                    return text;
                },
                only,
                only);
    }
}
