package org.jamestandem.pop3.policy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jamestandem.kernel.settings.JsonSettings;

/**
 * How one option is written: the text of an XML element and its attributes, or their like in JSON.
 */
public record OptionWords(String text, Map<String, String> attributes) {
    public OptionWords {
        attributes = Map.copyOf(attributes);
    }

    static OptionWords of(String text) {
        return new OptionWords(text, Map.of());
    }

    /** A text; with attributes, an object with the text as {@value JsonSettings#TEXT}. */
    public Object json() {
        if (attributes.isEmpty()) {
            return text;
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put(JsonSettings.TEXT, text);
        attributes.keySet().stream()
                .sorted()
                .forEach(name -> object.put(name, attributes.get(name)));
        return object;
    }
}
