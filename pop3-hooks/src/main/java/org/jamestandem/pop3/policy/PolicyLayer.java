package org.jamestandem.pop3.policy;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The options that one place chooses; what it leaves out comes from the layer below. */
public record PolicyLayer(List<PolicyOption> options) {
    /** A layer that chooses nothing. */
    public static final PolicyLayer EMPTY = new PolicyLayer(List.of());

    public PolicyLayer {
        Map<OptionName, PolicyOption> byName = new EnumMap<>(OptionName.class);
        options.forEach(option -> byName.put(option.option(), option));
        options = List.copyOf(byName.values());
    }

    /** {@code base} with this layer's options over its own. */
    public Policy over(Policy base) {
        return base.with(options);
    }

    /** {@code base} with this layer's options over its own. */
    public PolicyLayer over(PolicyLayer base) {
        Map<OptionName, PolicyOption> all = new EnumMap<>(OptionName.class);
        base.options.forEach(option -> all.put(option.option(), option));
        options.forEach(option -> all.put(option.option(), option));
        return new PolicyLayer(List.copyOf(all.values()));
    }

    /** Whether it chooses that option. */
    public boolean chooses(OptionName name) {
        return chosen(name).isPresent();
    }

    /** What it chooses for that option; empty when it leaves it to the layer below. */
    public Optional<PolicyOption> chosen(OptionName name) {
        return options.stream().filter(option -> option.option() == name).findFirst();
    }

    /** As a JSON object in the words of {@code tandem.xml}. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        options.forEach(option -> json.put(option.option().word(), option.words().json()));
        return json;
    }
}
