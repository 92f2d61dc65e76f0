package org.jamestandem.pop3.migration.webadmin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.james.core.Username;
import org.apache.james.user.api.UsersRepository;
import org.apache.james.user.api.UsersRepositoryException;
import org.apache.james.webadmin.Constants;
import org.apache.james.webadmin.Routes;
import org.apache.james.webadmin.utils.ErrorResponder;
import org.apache.james.webadmin.utils.ErrorResponder.ErrorType;
import org.apache.james.webadmin.utils.JsonTransformer;
import org.eclipse.jetty.http.HttpStatus;
import org.jamestandem.kernel.settings.SettingFormat;
import org.jamestandem.kernel.settings.SettingFormats;
import org.jamestandem.pop3.migration.IdFormat;
import org.jamestandem.pop3.migration.Imported;
import org.jamestandem.pop3.migration.ListFormat;
import org.jamestandem.pop3.migration.Source;
import org.jamestandem.pop3.migration.UidMapping;
import org.jamestandem.pop3.migration.UniqueIdImports;
import spark.HaltException;
import spark.Request;
import spark.Response;
import spark.Service;

/**
 * An {@code extensions.routes} entry of {@code webadmin.properties}: gives the messages of a user
 * the unique-ids that clients know from another server.
 */
public final class UniqueIdRoutes implements Routes {
    /** Answers {@code POST} with what an import of that body would do. */
    public static final String PREVIEW = "/tandem/pop3/unique-ids/users/:user/preview";

    /**
     * Answers {@code POST} with what the import has done. 409, with nothing done, when clients have
     * opened the maildrop on this server and {@code ?replace} is not given.
     */
    public static final String IMPORT = "/tandem/pop3/unique-ids/users/:user/import";

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String FORMAT = "format";
    private static final String LIST = "list";
    private static final String MAPPING = "mapping";
    private static final String UIDS = "uids";
    private static final String UID_VALIDITY = "uid-validity";
    private static final String MESSAGE_ID = "message-id";
    private static final Set<String> FIELDS = Set.of(FORMAT, LIST, MAPPING, UIDS, UID_VALIDITY);

    private final UniqueIdImports imports;
    private final UsersRepository users;
    private final JsonTransformer json;
    private final ObjectMapper mapper = new ObjectMapper();

    @Inject
    public UniqueIdRoutes(UniqueIdImports imports, UsersRepository users, JsonTransformer json) {
        this.imports = imports;
        this.users = users;
        this.json = json;
    }

    @Override
    public String getBasePath() {
        return "/tandem/pop3/unique-ids";
    }

    @Override
    public void define(Service service) {
        service.post(PREVIEW, this::preview, json);
        service.post(IMPORT, this::run, json);
    }

    private Map<String, Object> preview(Request request, Response response)
            throws UsersRepositoryException {
        Imported imported =
                imports.preview(user(request), source(request))
                        .blockOptional(PATIENCE)
                        .orElseThrow();
        response.type(Constants.JSON_CONTENT_TYPE);
        return shown(imported, false);
    }

    private Map<String, Object> run(Request request, Response response)
            throws UsersRepositoryException {
        boolean replace = request.queryParams("replace") != null;
        Imported imported =
                imports.run(user(request), source(request), replace)
                        .blockOptional(PATIENCE)
                        .orElseThrow();
        if (imported.opened() && !replace) {
            throw refusal(
                    HttpStatus.CONFLICT_409,
                    ErrorType.WRONG_STATE,
                    "Clients have opened this maildrop here and would download "
                            + imported.downloadedAgain()
                            + " messages again; ask for a preview, or add ?replace");
        }
        response.type(Constants.JSON_CONTENT_TYPE);
        return shown(imported, true);
    }

    private static Map<String, Object> shown(Imported imported, boolean written) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("messages", imported.messages());
        shown.put("matched", imported.matched().aliases().size());
        shown.put("downloadedAgain", imported.downloadedAgain());
        shown.put("openedBefore", imported.opened());
        shown.put("written", written);
        shown.put("ambiguous", imported.matched().ambiguous());
        shown.put("unmatched", imported.matched().unmatched());
        shown.put("unreadable", imported.matched().unreadable());
        return shown;
    }

    private Source source(Request request) {
        try {
            JsonNode body = mapper.readTree(request.body());
            if (!body.isObject()) {
                throw new IllegalArgumentException("the body is no JSON object");
            }
            checkFields(body);
            return sourceIn(body);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw refusal(
                    HttpStatus.BAD_REQUEST_400,
                    ErrorType.INVALID_ARGUMENT,
                    e instanceof JsonProcessingException
                            ? "the body is no JSON"
                            : String.valueOf(e.getMessage()));
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
    private static Source sourceIn(JsonNode body) {
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

    private Username user(Request request) throws UsersRepositoryException {
        String name = request.params("user");
        try {
            Username user = Username.of(name);
            if (users.contains(user)) {
                return user;
            }
        } catch (IllegalArgumentException e) {
            throw refusal(
                    HttpStatus.BAD_REQUEST_400,
                    ErrorType.INVALID_ARGUMENT,
                    "'" + name + "' is not a user name; expected one like anna@example.org");
        }
        throw refusal(HttpStatus.NOT_FOUND_404, ErrorType.NOT_FOUND, "There is no user " + name);
    }

    private static HaltException refusal(int status, ErrorType type, String message) {
        return ErrorResponder.builder().statusCode(status).type(type).message(message).haltError();
    }
}
