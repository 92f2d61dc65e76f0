package org.jamestandem.testkit.james;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** James' administration interface over HTTP. */
public final class WebAdmin {
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final URI base;
    private final Optional<String> token;

    /** An interface that asks for nothing, as stock James has it. */
    public static WebAdmin open(URI base) {
        return new WebAdmin(base, Optional.empty());
    }

    /** An interface that wants {@code Authorization: Bearer TOKEN}. */
    public static WebAdmin withToken(URI base, String token) {
        return new WebAdmin(base, Optional.of(token));
    }

    private WebAdmin(URI base, Optional<String> token) {
        this.base = base;
        this.token = token;
    }

    /** Where it answers. */
    public URI base() {
        return base;
    }

    /** Creates the user, and the domain when it is not there yet. */
    public void addUser(String user, String password) {
        expect(call("PUT", "/domains/" + user.substring(user.indexOf('@') + 1), ""), 204);
        expect(call("PUT", "/users/" + user, "{\"password\":\"" + password + "\"}"), 204);
    }

    /** One request with a JSON body; an empty text sends none. */
    public HttpResponse<String> call(String method, String path, String json) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(path))
                        .timeout(Duration.ofSeconds(30))
                        .method(
                                method,
                                json.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(json));
        token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + base.resolve(path), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void expect(HttpResponse<String> response, int status) {
        if (response.statusCode() != status) {
            throw new IllegalStateException(
                    "%s answered %d: %s"
                            .formatted(response.request(), response.statusCode(), response.body()));
        }
    }
}
