package org.jamestandem.acceptance.mailets;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Spam that is held back from a POP3 reader, on a James with the dropped jar. */
class DigestAndReleaseTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static HoldingJames james;

    @BeforeAll
    static void start() {
        james = HoldingJames.start();
    }

    @AfterAll
    static void stop() {
        james.close();
    }

    @Test
    void oneMailHasThreeOutcomesAndTheHeldOneIsReleasedByItsLink() throws Exception {
        MailUser byImap = MailUser.on(james.server(), "imap@tandem.example");
        MailUser byPop3 = MailUser.on(james.server(), "pop3@tandem.example");
        MailUser byBoth = MailUser.on(james.server(), "both@tandem.example");
        assertThat(byImap.subjects("INBOX")).isEmpty();
        assertThat(byBoth.subjects("INBOX")).isEmpty();
        assertThat(byBoth.subjectsByPop3()).isEmpty();
        assertThat(byPop3.subjectsByPop3()).isEmpty();
        sendSpam(byImap, byPop3, byBoth);
        awaitAll(byImap, "Spam", "prize");
        awaitAll(byBoth, "Spam", "[SPAM] prize");

        URI link = URI.create(james.linkTo(byPop3));
        assertThat(byPop3.subjectsByPop3()).containsExactly("Zadržené zprávy: 1");
        for (int scanner = 0; scanner < 3; scanner++) {
            HttpResponse<String> page = call(HttpRequest.newBuilder(link).build());
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("Doručit tuto zprávu?", "prize");
        }
        HttpResponse<String> released = call(form(link));
        assertThat(released.statusCode()).isEqualTo(200);
        assertThat(released.body()).contains("Doručeno");
        Awaitility.await()
                .atMost(LIMIT)
                .untilAsserted(
                        () ->
                                assertThat(byPop3.subjectsByPop3())
                                        .containsExactly("Zadržené zprávy: 1", "prize"));
        assertThat(call(form(link)).statusCode()).isEqualTo(410);
        assertThat(call(HttpRequest.newBuilder(damaged(link)).build()).statusCode()).isEqualTo(403);
        assertThat(byImap.subjects("INBOX")).isEmpty();
    }

    private static void sendSpam(MailUser... recipients) throws Exception {
        MailUser.send(
                james.server(),
                """
                From: sender@elsewhere.example
                To: all@tandem.example
                Subject: prize
                X-Spam-Status: No, score=10 required=15

                Text
                """,
                recipients);
    }

    private static void awaitAll(MailUser user, String folder, String... subjects) {
        Awaitility.await()
                .atMost(LIMIT)
                .untilAsserted(() -> assertThat(user.subjects(folder)).containsExactly(subjects));
    }

    private static HttpRequest form(URI link) {
        return HttpRequest.newBuilder(URI.create(link.toString().replaceAll("\\?.*", "")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(link.getRawQuery()))
                .build();
    }

    private static URI damaged(URI link) {
        return URI.create(link + "A");
    }

    private static HttpResponse<String> call(HttpRequest request) throws Exception {
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
