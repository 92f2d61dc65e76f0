package org.jamestandem.mailets.hold.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jamestandem.mailets.hold.HeldForAnna;
import org.jamestandem.testkit.james.RoutesServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReleaseRoutesTest {
    private final HeldForAnna held = new HeldForAnna();
    private final HttpClient client = HttpClient.newHttpClient();
    private RoutesServer server;

    @BeforeEach
    void start() {
        server = RoutesServer.with(held.routes());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> get(String token) throws Exception {
        URI page = URI.create(server.client().base() + ReleaseRoutes.RELEASE + "?t=" + token);
        return client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String token, String more) throws Exception {
        String form = "t=" + URLEncoder.encode(token, StandardCharsets.UTF_8) + more;
        return client.send(
                HttpRequest.newBuilder(URI.create(server.client().base() + ReleaseRoutes.RELEASE))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    @Test
    void lookingChangesNothingHoweverOften() throws Exception {
        for (int look = 0; look < 3; look++) {
            HttpResponse<String> page = get(held.token());
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("text/html");
            assertThat(page.body())
                    .contains("Deliver this message?", "m1", "value=\"" + held.token() + "\"");
        }
        assertThat(held.released()).isEmpty();
    }

    @Test
    void thePageIsNeitherKeptNorFramedNorDoesItTellWhereOneComesFrom() throws Exception {
        HttpResponse<String> page = get(held.token());
        assertThat(page.headers().allValues("Cache-Control")).contains("no-store");
        assertThat(page.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "frame-ancestors 'none'");
    }

    @Test
    void itsFormReleasesTheMailOnce() throws Exception {
        HttpResponse<String> done = post(held.token(), "");
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.body()).contains("Delivered", "m1");
        assertThat(held.released()).hasSize(1);
        assertThat(held.learned()).isEmpty();
        HttpResponse<String> again = post(held.token(), "");
        assertThat(again.statusCode()).isEqualTo(410);
        assertThat(again.body()).contains("not held back");
        assertThat(get(held.token()).statusCode()).isEqualTo(410);
        assertThat(held.released()).hasSize(1);
    }

    @Test
    void theOtherButtonTellsTheScannerToo() throws Exception {
        post(held.token(), "&not-spam=yes");
        assertThat(held.released()).hasSize(1);
        assertThat(held.learned()).hasSize(1);
    }

    @Test
    void aForgedLinkShowsAndReleasesNothing() throws Exception {
        for (String token : List.of("", "a.b", held.token() + "A")) {
            assertThat(get(token).statusCode()).isEqualTo(403);
            assertThat(post(token, "").statusCode()).isEqualTo(403);
            assertThat(get(token).body()).contains("This link does not work");
        }
        assertThat(held.released()).isEmpty();
    }

    @Test
    void whatASenderWroteIsTextOnThePage() throws Exception {
        String body = get(held.tokenOf("<b>\"bold\"</b>", "https://x.example/u?a=1&b=\"")).body();
        assertThat(body).contains("&lt;b&gt;&quot;bold&quot;&lt;/b&gt;").doesNotContain("<b>");
        assertThat(body).contains("action=\"https://x.example/u?a&#61;1&amp;b&#61;&quot;\"");
        assertThat(body).contains("name=\"List-Unsubscribe\" value=\"One-Click\"");
    }

    @Test
    void aMailThatOffersNoSingleClickHasNoSuchButton() throws Exception {
        assertThat(get(held.token()).body()).doesNotContain("One-Click");
    }
}
