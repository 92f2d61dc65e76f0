package org.jamestandem.distribution.webadmin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.jamestandem.distribution.configuration.PrivateFiles;

/** Where webadmin is and what opens it. {@code DATA/webadmin.json} holds it for tools. */
public record WebadminAccess(String url, String token) {
    private static final int TOKEN_BYTES = 24;
    private static final String FILE = "webadmin.json";

    /**
     * The data folder's token, made at the first start, with today's address.
     *
     * @param data the data folder; its {@code webadmin.json} (mode 0600) is written
     */
    public static WebadminAccess provide(Path data, String url) throws IOException {
        Path file = data.resolve(FILE);
        ObjectMapper json = new ObjectMapper();
        WebadminAccess access =
                new WebadminAccess(url, kept(json, file).orElseGet(WebadminAccess::newToken));
        PrivateFiles.write(
                file, json.writerWithDefaultPrettyPrinter().writeValueAsString(access) + "\n");
        return access;
    }

    /** What a server has written there; empty when none has. */
    public static Optional<WebadminAccess> read(Path data) throws IOException {
        Path file = data.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        JsonNode json = new ObjectMapper().readTree(Files.readString(file));
        return Optional.of(
                new WebadminAccess(json.path("url").asText(), json.path("token").asText()));
    }

    private static Optional<String> kept(ObjectMapper json, Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        JsonNode token = json.readTree(Files.readString(file)).path("token");
        return Optional.of(token.asText()).filter(text -> !text.isBlank());
    }

    private static String newToken() {
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** Without the token: this ends up in logs. */
    @Override
    public String toString() {
        return "WebadminAccess[" + url + "]";
    }
}
