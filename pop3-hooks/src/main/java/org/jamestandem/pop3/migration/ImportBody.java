package org.jamestandem.pop3.migration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jamestandem.kernel.settings.SettingFormat;
import org.jamestandem.kernel.settings.SettingFormats;
import org.jamestandem.pop3.policy.FolderName;

/**
 * What an operator asks to be imported, as JSON.
 *
 * @param folder whose messages are meant
 */
public record ImportBody(FolderName folder, Source source) {
    private static final String FOLDER = "folder";
    private static final String FORMAT = "format";
    private static final String LIST = "list";
    private static final String MAPPING = "mapping";
    private static final String UIDS = "uids";
    private static final String UID_VALIDITY = "uid-validity";
    private static final String MESSAGE_ID = "message-id";
    private static final Set<String> FIELDS =
            Set.of(FOLDER, FORMAT, LIST, MAPPING, UIDS, UID_VALIDITY);
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException when it cannot be meant; the message is for the operator
     */
    public static ImportBody read(String text) {
        try {
            JsonNode body = JSON.readTree(text);
            if (!body.isObject()) {
                throw new IllegalArgumentException("the body is no JSON object");
            }
            checkFields(body);
            return new ImportBody(
                    text(body, FOLDER).map(FolderName::new).orElse(FolderName.INBOX), source(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the body is no JSON", e);
        }
    }

    private static void checkFields(JsonNode body) {
        body.fieldNames()
                .forEachRemaining(
                        name -> {
                            if (!FIELDS.contains(name)) {
                                throw new IllegalArgumentException(
                                        "'%s' is not known here; expected %s"
                                                .formatted(
                                                        name,
                                                        String.join(", ", new TreeSet<>(FIELDS))));
                            }
                        });
    }

    /** Either a list, or UIDs or Message-IDs from which unique-ids were made. */
    private static Source source(JsonNode body) {
        Optional<String> list = text(body, LIST);
        if (list.isPresent()) {
            ListFormat format =
                    word(FORMAT, text(body, FORMAT), SettingFormats.oneOf(ListFormat.class));
            return new Source.List(
                    format.read(list.get()),
                    text(body, MAPPING).map(UidMapping::read).orElse(Map.of()));
        }
        if (text(body, UIDS).filter(MESSAGE_ID::equals).isPresent()) {
            return new Source.MessageIds();
        }
        IdFormat format = word(UIDS, text(body, UIDS), SettingFormats.oneOf(IdFormat.class));
        if (format != IdFormat.JAMES && !body.path(UID_VALIDITY).canConvertToLong()) {
            throw new IllegalArgumentException(
                    "'uid-validity' is missing, that of the server before, such as 1446660062");
        }
        return new Source.Uids(format, body.path(UID_VALIDITY).asLong());
    }

    private static Optional<String> text(JsonNode body, String field) {
        return Optional.ofNullable(body.get(field)).map(JsonNode::asText);
    }

    private static <T> T word(String field, Optional<String> text, SettingFormat<T> format) {
        try {
            return format.parse(text.orElse(""));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'%s' = '%s' is not valid; expected %s"
                            .formatted(field, text.orElse(""), format.expected()));
        }
    }
}
