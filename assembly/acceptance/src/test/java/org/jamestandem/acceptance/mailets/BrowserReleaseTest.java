package org.jamestandem.acceptance.mailets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A reader who clicks in a digest, with a real browser. */
@Tag("full")
class BrowserReleaseTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Test
    void twoClicksBringTheMail() throws Exception {
        try (HoldingJames james = HoldingJames.start();
                Browser browser = Browser.start()) {
            MailUser reader = MailUser.on(james.server(), "reader@tandem.example");
            assertThat(reader.subjectsByPop3()).isEmpty();
            MailUser.send(
                    james.server(),
                    """
                    From: sender@elsewhere.example
                    To: reader@tandem.example
                    Subject: =?UTF-8?Q?V=C3=BDhra?= <b>
                    X-Spam-Status: No, score=10 required=15

                    Text
                    """,
                    reader);
            browser.open(james.linkTo(reader));
            assertThat(browser.text("h1")).isEqualTo("Doručit tuto zprávu?");
            assertThat(browser.text("dl")).contains("sender@elsewhere.example", "Výhra <b>");
            browser.click("#release");
            Awaitility.await()
                    .atMost(LIMIT)
                    .ignoreExceptions()
                    .until(() -> browser.text("h1").equals("Doručeno"));
            Awaitility.await()
                    .atMost(LIMIT)
                    .untilAsserted(
                            () ->
                                    assertThat(reader.subjectsByPop3())
                                            .containsExactly("Zadržené zprávy: 1", "Výhra <b>"));
        }
    }
}
