package org.jamestandem.pop3.policy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.james.core.Domain;
import org.apache.james.core.Username;
import org.jamestandem.kernel.settings.InvalidSetting;
import org.jamestandem.kernel.settings.SettingFormat;
import org.jamestandem.kernel.settings.SettingFormats;
import org.jamestandem.kernel.settings.Settings;
import org.jamestandem.pop3.reader.Device;

/** Reads the policies of {@code <pop3>} in {@code tandem.xml}. */
public final class PolicySettings {
    /** The section of {@code tandem.xml} with the policies. */
    public static final String SECTION = "pop3";

    /** The elements that this reads; other readers of the section may know more. */
    public static final Set<String> ELEMENTS = Set.of("policy", "domain", "user");

    private static final String POLICY = "policy";
    private static final String DOMAIN = "domain";
    private static final String USER = "user";
    private static final String DEVICE = "device";
    private static final String NAME = "name";

    private static final SettingFormat<Domain> DOMAIN_NAME =
            SettingFormats.of(Domain::of, "a mail domain", "example.org");
    private static final SettingFormat<Username> USER_NAME =
            SettingFormats.of(Username::of, "a user name", "anna@example.org");
    private static final SettingFormat<Device> DEVICE_NAME =
            SettingFormats.of(Device::named, Device.EXPECTED, "laptop");

    private PolicySettings() {}

    /**
     * Reads and checks the section.
     *
     * @param pop3 the section; absent when {@code tandem.xml} has none
     * @throws InvalidSetting when something in it is unknown, illegal or contradicts another option
     */
    public static Policies read(Settings pop3) {
        Map<PolicyScope, Settings> places = new LinkedHashMap<>();
        places.put(PolicyScope.DEFAULT, pop3);
        for (Settings domain : pop3.children(DOMAIN)) {
            domain.allow(Set.of(POLICY), Set.of(NAME));
            put(places, new PolicyScope.OfDomain(name(domain, DOMAIN_NAME)), domain);
        }
        for (Settings user : pop3.children(USER)) {
            user.allow(Set.of(POLICY, DEVICE), Set.of(NAME));
            Username name = name(user, USER_NAME);
            put(places, new PolicyScope.OfUser(name), user);
            for (Settings device : user.children(DEVICE)) {
                device.allow(Set.of(POLICY), Set.of(NAME));
                Device named = name(device, DEVICE_NAME);
                put(places, new PolicyScope.OfDevice(name, named), device);
            }
        }
        return checked(places);
    }

    /**
     * Reads the options of one layer, from XML or from JSON.
     *
     * @param policy the element or object that holds them
     * @throws InvalidSetting when one of them is unknown or illegal
     */
    public static PolicyLayer layer(Settings policy) {
        policy.allow(OptionName.words(), Set.of());
        return new PolicyLayer(
                Arrays.stream(OptionName.values())
                        .flatMap(name -> name.in(policy).stream())
                        .toList());
    }

    private static void put(Map<PolicyScope, Settings> places, PolicyScope scope, Settings place) {
        if (places.put(scope, place) != null) {
            throw place.invalid("name=\"%s\" stands here more than once".formatted(written(place)));
        }
    }

    private static Policies checked(Map<PolicyScope, Settings> places) {
        Map<PolicyScope, PolicyLayer> layers = new HashMap<>();
        places.forEach((scope, place) -> layers.put(scope, layer(place.child(POLICY))));
        Policies policies = new Policies(layers);
        places.forEach(
                (scope, place) ->
                        policies.of(scope, Map.of()).contradictions().stream()
                                .findFirst()
                                .ifPresent(
                                        problem -> {
                                            throw place.child(POLICY).invalid(problem);
                                        }));
        return policies;
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
}
