package org.jamestandem.pop3.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jamestandem.kernel.settings.InvalidSetting;
import org.jamestandem.kernel.settings.JsonSettings;

/** A layer as JSON, in the words of {@code tandem.xml}. */
public final class PolicyJson {
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private PolicyJson() {}

    /** The layer as one line of ASCII. */
    public static String write(PolicyLayer layer) {
        try {
            return JSON.writeValueAsString(layer.json());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a policy that is no JSON", e);
        }
    }

    /**
     * Reads what {@link #write} writes, and what people write.
     *
     * @param source what errors call the text
     * @throws InvalidSetting when the text is no policy
     */
    public static PolicyLayer read(String source, String json) {
        return PolicySettings.layer(JsonSettings.of(source, "policy", json));
    }
}
