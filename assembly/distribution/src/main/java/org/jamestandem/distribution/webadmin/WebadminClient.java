package org.jamestandem.distribution.webadmin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Asks the webadmin of a running server, for commands. */
public final class WebadminClient {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final WebadminAccess access;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    public WebadminClient(WebadminAccess access) {
        this.access = access;
    }

    /**
     * What came back.
     *
     * @param body may be empty
     */
    public record Answer(int status, String body) {
        /** Whether the server did what it was asked. */
        public boolean isSuccess() {
            return status / 100 == 2;
        }

        /** The body as JSON. */
        public JsonNode json() throws IOException {
            return JSON.readTree(body);
        }

        /** What the server says is wrong, in one line. */
        public String reason() {
            try {
                String message = JSON.readTree(body).path("message").asText();
                return message.isEmpty() ? "status " + status : message;
            } catch (IOException e) {
                return "status " + status;
            }
        }
    }

    /** A path of these, each of which may hold any character. */
    public static String path(String... segments) {
        return Arrays.stream(segments)
                .map(WebadminClient::encoded)
                .collect(Collectors.joining("/", "/", ""));
    }

    /** One value in a query or path. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * Sends one request and waits for its answer.
     *
     * @param path with its query
     * @param body JSON; may be empty
     * @throws IOException when the server does not answer
     */
    public Answer call(String method, String path, String body) throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(access.url() + path))
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + access.token())
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body))
                        .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
