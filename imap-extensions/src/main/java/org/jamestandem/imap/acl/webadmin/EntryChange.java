package org.jamestandem.imap.acl.webadmin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import org.jamestandem.imap.acl.RightsChange;

/**
 * What a PUT says: {@code {"rights": "lrs", "until": "2027-01-31T00:00:00Z"}}.
 *
 * @param rights as in SETACL: the rights, or {@code +} or {@code -} and rights
 * @param until when the entry ends by itself
 */
record EntryChange(RightsChange rights, Optional<Instant> until) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> FIELDS = Set.of("rights", "until");
    private static final String EXPECTED =
            "expected {\"rights\": \"lrs\"}, with or without \"until\": \"2027-01-31T00:00:00Z\"";

    /**
     * @throws IllegalArgumentException with a message for the operator
     */
    static EntryChange read(String body) {
        try {
            JsonNode json = JSON.readTree(body);
            if (!json.path("rights").isTextual() || !known(json)) {
                throw new IllegalArgumentException(EXPECTED);
            }
            return new EntryChange(
                    RightsChange.parse(json.get("rights").textValue()),
                    Optional.ofNullable(json.get("until")).map(until -> instant(until.asText())));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(EXPECTED, e);
        }
    }

    private static boolean known(JsonNode json) {
        boolean[] known = {true};
        json.fieldNames().forEachRemaining(name -> known[0] &= FIELDS.contains(name));
        return known[0];
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("'" + text + "' is no time; " + EXPECTED, e);
        }
    }
}
