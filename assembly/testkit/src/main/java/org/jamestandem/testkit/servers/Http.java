package org.jamestandem.testkit.servers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/** The little HTTP that servers are asked with; carries RabbitMQ's standard credentials. */
final class Http {
    static final String USER = "guest";
    static final String PASSWORD = "guest";
    private static final HttpClient CLIENT =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(2))
                    .build();

    private Http() {}

    /** The status, empty when nobody answers. */
    static Optional<Integer> get(Location location, String purpose, String path) {
        try {
            return Optional.of(send("GET", uri(location, purpose, path)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Sends a request without body.
     *
     * @throws IOException also when the answer is not 2xx
     */
    static void require(String method, Location location, String purpose, String path)
            throws IOException {
        URI uri = uri(location, purpose, path);
        int status = send(method, uri);
        if (status / 100 != 2) {
            throw new IOException(method + " " + uri + ": " + status);
        }
    }

    static URI uri(Location location, String purpose, String path) {
        return URI.create("http://" + location.host() + ":" + location.port(purpose) + path);
    }

    private static int send(String method, URI uri) throws IOException {
        String credentials = USER + ":" + PASSWORD;
        HttpRequest request =
                HttpRequest.newBuilder(uri)
                        .timeout(Duration.ofSeconds(30))
                        .header(
                                "Authorization",
                                "Basic "
                                        + Base64.getEncoder()
                                                .encodeToString(credentials.getBytes(UTF_8)))
                        .method(method, BodyPublishers.noBody())
                        .build();
        try {
            return CLIENT.send(request, BodyHandlers.discarding()).statusCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
