package org.jamestandem.acceptance.mailets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.jamestandem.testkit.james.StockJames;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One mail to several people over SMTP, and what becomes of it for each. */
class SpamForEachRecipientTest {
    private static final String SETTINGS =
            """
            <tandem>
              <mailets>
                <spam>
                  <threshold>6.5</threshold>
                  <domain name="patient.example"><threshold>9</threshold></domain>
                  <user name="strict@patient.example"><threshold>2</threshold></user>
                </spam>
              </mailets>
            </tandem>
            """;

    private static StockJames james;
    private static MailUser anna;
    private static MailUser bob;
    private static MailUser strict;

    @BeforeAll
    static void start() {
        james = StockJames.withBundle().configuration("tandem.xml", SETTINGS).start();
        anna = MailUser.on(james, "anna@tandem.example");
        bob = MailUser.on(james, "bob@patient.example");
        strict = MailUser.on(james, "strict@patient.example");
    }

    @AfterAll
    static void stop() {
        james.close();
    }

    @Test
    void eachRecipientsThresholdDecides() throws Exception {
        readByImap(anna, bob, strict);
        send("three", "No, score=3 required=15");
        send("seven", "No, score=7 required=15");
        send("ten", "No, score=10 required=15");

        awaitAll(bob, "INBOX", "three", "seven");
        awaitAll(bob, "Spam", "ten");
        awaitAll(anna, "INBOX", "three");
        awaitAll(anna, "Spam", "seven", "ten");
        awaitAll(strict, "INBOX");
        awaitAll(strict, "Spam", "three", "seven", "ten");
        assertThat(anna.keywords("Spam")).allSatisfy(all -> assertThat(all).contains("$Junk"));
        assertThat(anna.keywords("INBOX")).allSatisfy(all -> assertThat(all).isEmpty());
    }

    @Test
    void oneSpamMailEndsAsEachRecipientReads() throws Exception {
        MailUser byImap = MailUser.on(james, "imap@tandem.example");
        MailUser byPop3 = MailUser.on(james, "pop3@tandem.example");
        MailUser byBoth = MailUser.on(james, "both@tandem.example");
        MailUser newcomer = MailUser.on(james, "newcomer@tandem.example");
        readByImap(byImap, byBoth);
        assertThat(byPop3.subjectsByPop3()).isEmpty();
        assertThat(byBoth.subjectsByPop3()).isEmpty();
        send("prize", "No, score=10 required=15", byImap, byPop3, byBoth, newcomer);

        awaitAll(byImap, "Spam", "prize");
        awaitAll(byImap, "INBOX");
        awaitAll(byBoth, "Spam", "[SPAM] prize");
        awaitAll(byBoth, "INBOX");
        awaitAll(newcomer, "INBOX", "[SPAM] prize");
        awaitAll(newcomer, "Spam");
        awaitAll(byPop3, "INBOX", "[SPAM] prize");
        awaitAll(byPop3, "Spam");
        assertThat(byPop3.subjectsByPop3()).containsExactly("[SPAM] prize");
    }

    @Test
    void aRecipientsOwnSieveScriptGoesBeforeTheSpamFolder() throws Exception {
        MailUser sorter = MailUser.on(james, "sorter@tandem.example");
        readByImap(sorter);
        sorter.filter(
                """
                require "fileinto";
                if header :contains "Subject" "list" { fileinto "Lists"; }
                """);
        send("list offer", "No, score=10 required=15", sorter);
        send("plain offer", "No, score=10 required=15", sorter);

        awaitAll(sorter, "Lists", "list offer");
        awaitAll(sorter, "Spam", "plain offer");
        awaitAll(sorter, "INBOX");
    }

    private static void readByImap(MailUser... users) {
        for (MailUser user : users) {
            assertThat(user.subjects("INBOX")).isEmpty();
        }
    }

    private static void send(String subject, String status) throws Exception {
        send(subject, status, anna, bob, strict);
    }

    private static void send(String subject, String status, MailUser... recipients)
            throws Exception {
        MailUser.send(
                james,
                """
                From: sender@elsewhere.example
                To: all@tandem.example
                Subject: %s
                X-Spam-Status: %s

                Text
                """
                        .formatted(subject, status),
                recipients);
    }

    private static void awaitAll(MailUser user, String folder, String... subjects) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () ->
                                assertThat(user.subjects(folder))
                                        .containsExactlyInAnyOrder(subjects));
    }
}
