package org.jamestandem.acceptance.mailets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jamestandem.testkit.FreePorts;
import org.jamestandem.testkit.Programs;
import org.jamestandem.testkit.Requirement;

/** A Chromium without a window, driven by the WebDriver protocol (W3C). */
final class Browser implements AutoCloseable {
    private static final String DRIVER = "chromedriver";
    private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final Process driver;
    private final URI base;
    private String session = "";

    private Browser(Process driver, URI base) {
        this.driver = driver;
        this.base = base;
    }

    /** Starts it; the test is skipped where there is none. */
    static Browser start() throws IOException {
        if (!Programs.has(DRIVER)) {
            throw Requirement.unmet("no chromedriver; apt-get install chromium-driver");
        }
        int port = FreePorts.one();
        Process driver =
                new ProcessBuilder(DRIVER, "--port=" + port)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        Browser browser = new Browser(driver, URI.create("http://127.0.0.1:" + port));
        Awaitility.await().atMost(LIMIT).ignoreExceptions().until(browser::isReady);
        browser.session =
                browser.post("/session", capabilities()).path("value").path("sessionId").asText();
        return browser;
    }

    void open(String url) throws IOException {
        post("/session/" + session + "/url", Map.of("url", url));
    }

    /** The text of the first element that a CSS selector finds. */
    String text(String selector) throws IOException {
        return get("/session/" + session + "/element/" + element(selector) + "/text")
                .path("value")
                .asText();
    }

    void click(String selector) throws IOException {
        post("/session/" + session + "/element/" + element(selector) + "/click", Map.of());
    }

    @Override
    public void close() {
        driver.descendants().forEach(ProcessHandle::destroy);
        driver.destroy();
    }

    private boolean isReady() throws IOException {
        return get("/status").path("value").path("ready").asBoolean();
    }

    private static Map<String, Object> capabilities() {
        Map<String, Object> options =
                Map.of(
                        "args",
                        List.of(
                                "--headless=new",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-dev-shm-usage"));
        return Map.of("capabilities", Map.of("alwaysMatch", Map.of("goog:chromeOptions", options)));
    }

    private String element(String selector) throws IOException {
        return post(
                        "/session/" + session + "/element",
                        Map.of("using", "css selector", "value", selector))
                .path("value")
                .path(ELEMENT)
                .asText();
    }

    private JsonNode get(String path) throws IOException {
        return answer(HttpRequest.newBuilder(base.resolve(path)).build());
    }

    private JsonNode post(String path, Map<String, Object> body) throws IOException {
        return answer(
                HttpRequest.newBuilder(base.resolve(path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json.writeValueAsString(body)))
                        .build());
    }

    private JsonNode answer(HttpRequest request) throws IOException {
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException(request.uri() + ": " + answer.body());
            }
            return json.readTree(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
