package org.jamestandem.kernel.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.commons.configuration2.tree.ImmutableNode;

/**
 * Settings written as a JSON object, read as those of {@code tandem.xml} are: a member is an
 * element, and its value the element's text. An element with attributes is an object, with its text
 * as {@value #TEXT}.
 */
public final class JsonSettings {
    /** The member that holds the text of an element with attributes. */
    public static final String TEXT = "value";

    private static final ObjectMapper JSON =
            new ObjectMapper()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    private JsonSettings() {}

    /**
     * Reads one object.
     *
     * @param source what errors name instead of a file
     * @param name what errors name instead of the root element
     * @throws InvalidSetting when the text is no JSON object of texts and such objects
     */
    public static Settings of(String source, String name, String json) {
        return Settings.of(
                source, element(source, name, object(source, json), true), Notation.JSON);
    }

    private static JsonNode object(String source, String json) {
        try {
            JsonNode node = JSON.readTree(json);
            if (!node.isObject()) {
                throw new InvalidSetting(source + ": expected a JSON object, such as {}");
            }
            return node;
        } catch (JsonProcessingException e) {
            throw new InvalidSetting(source + ": not JSON: " + e.getOriginalMessage());
        }
    }

    private static ImmutableNode element(
            String source, String name, JsonNode object, boolean root) {
        ImmutableNode.Builder element = new ImmutableNode.Builder().name(name);
        object.fields()
                .forEachRemaining(
                        member -> {
                            JsonNode value = member.getValue();
                            if (root && value.isObject()) {
                                element.addChild(element(source, member.getKey(), value, false));
                            } else if (!value.isValueNode() || value.isNull()) {
                                throw new InvalidSetting(
                                        "%s: expected a text as \"%s\""
                                                .formatted(source, member.getKey()));
                            } else if (root) {
                                element.addChild(text(member.getKey(), value.asText()));
                            } else if (member.getKey().equals(TEXT)) {
                                element.value(value.asText());
                            } else {
                                element.addAttribute(member.getKey(), value.asText());
                            }
                        });
        return element.create();
    }

    private static ImmutableNode text(String name, String value) {
        return new ImmutableNode.Builder().name(name).value(value).create();
    }
}
