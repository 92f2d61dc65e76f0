package org.jamestandem.mailets.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jamestandem.mailets.hold.HoldWorld.PATIENCE;
import static org.jamestandem.mailets.hold.HoldWorld.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.mail.Message.RecipientType;
import javax.mail.internet.MimeMessage;
import org.apache.james.core.Username;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

class DigestsTest {
    private static final Pattern LINK = Pattern.compile("release\\?t=([\\w.-]+)");

    private final HoldWorld world = HoldWorld.usual();

    private void round() {
        world.node().round().block(PATIENCE);
    }

    private List<String> subjects(MimeMessage digest) throws Exception {
        return Pattern.compile("(?m)^(?:Subject|Předmět): (.*?)\\r?$")
                .matcher(text(digest, 0))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toList());
    }

    @Test
    void nothingIsToldBeforeItsTime() throws Exception {
        world.hold("m1", "anna@example.org");
        world.at("2026-01-05T05:59:59Z");
        round();
        assertThat(world.outbox.sent).isEmpty();
    }

    @Test
    void eachReaderIsToldOnceOfAllThatIsHeldFromHim() throws Exception {
        world.hold("m1", "anna@example.org", "bob@example.cz");
        world.clock.setInstant(HoldWorld.SIX.plusSeconds(1));
        world.hold("m2", "anna@example.org");
        world.at("2026-01-05T06:00:00Z");
        round();
        round();
        assertThat(world.outbox.sent).hasSize(2);
        MimeMessage annas = to("anna@example.org");
        assertThat(annas.getSubject()).isEqualTo("Messages held back: 2");
        assertThat(annas.getFrom()[0]).hasToString("postmaster@example.org");
        assertThat(annas.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
        assertThat(subjects(annas)).containsExactly("m1", "m2");
        assertThat(text(annas, 1)).contains("<b>m1</b>", "<b>m2</b>");
    }

    @Test
    void aReaderIsToldInHisLanguageAndTimeZone() throws Exception {
        world.hold("m1", "bob@example.cz");
        world.at("2026-01-05T06:00:00Z");
        round();
        MimeMessage digest = to("bob@example.cz");
        assertThat(digest.getSubject()).isEqualTo("Zadržené zprávy: 1");
        assertThat(text(digest, 0))
                .contains("Předmět: m1", "Přišla: 5. 1. 2026 6:00", "Zadržena do: 4. 2. 2026 6:00");
        assertThat(text(digest, 1)).contains("Zadržené zprávy: 1", "Doručit nebo odhlásit odběr");
    }

    @Test
    void whatASenderWritesIsTextInHtml() throws Exception {
        world.mailet()
                .service(
                        HoldWorld.mail(
                                "m1",
                                "From: x@elsewhere.example\nSubject: <script>&{{mails}}",
                                "anna@example.org"));
        world.at("2026-01-05T06:00:00Z");
        round();
        MimeMessage digest = to("anna@example.org");
        assertThat(text(digest, 1)).contains("&lt;script&gt;&amp;{{mails}}");
        assertThat(text(digest, 1)).doesNotContain("<script>");
        assertThat(subjects(digest)).containsExactly("<script>&{{mails}}");
    }

    @Test
    void linksAreTicketsForTheMailUntilItsTimeIsOver() throws Exception {
        world.hold("m1", "anna@example.org");
        world.at("2026-01-05T06:00:00Z");
        round();
        Matcher link = LINK.matcher(text(to("anna@example.org"), 0));
        assertThat(link.find()).isTrue();
        Ticket ticket = world.links.read(link.group(1)).block(PATIENCE);
        HeldMail held = world.holding.held(ticket).block(PATIENCE);
        assertThat(held.subject()).isEqualTo("m1");
        assertThat(ticket.until()).isEqualTo(Instant.parse("2026-02-04T05:00:00Z"));
        assertThat(text(to("anna@example.org"), 0))
                .contains("https://mail.example.org/post/tandem/held/release?t=");
    }

    @Test
    void afterADowntimeEverythingIsToldOnce() throws Exception {
        world.hold("m1", "anna@example.org");
        world.at("2026-01-05T12:00:00Z");
        world.hold("m2", "anna@example.org");
        world.at("2026-01-09T12:00:00Z");
        world.hold("m3", "anna@example.org");
        round();
        round();
        assertThat(world.outbox.sent).hasSize(2);
        world.at("2026-01-09T15:30:00Z");
        round();
        assertThat(told()).containsExactlyInAnyOrder("m1", "m2", "m3");
    }

    @Test
    void manyNodesAtOnceTellOnce() throws Exception {
        for (int user = 0; user < 40; user++) {
            world.hold("m" + user, "user" + user + "@example.org");
        }
        world.at("2026-01-05T06:00:00Z");
        Flux.range(0, 4)
                .parallel(4)
                .runOn(Schedulers.boundedElastic())
                .concatMap(node -> world.node().round())
                .sequential()
                .then()
                .block(PATIENCE);
        assertThat(told()).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    void aNodeThatDiesBeforeItSendsLosesNothing() throws Exception {
        world.hold("m1", "anna@example.org");
        world.at("2026-01-05T06:00:00Z");
        world.outbox.failBefore(true);
        round();
        world.outbox.failBefore(false);
        round();
        assertThat(told()).containsExactly("m1");
    }

    @Test
    void aNodeThatDiesAfterItHasSentTellsNothingTwice() throws Exception {
        world.hold("m1", "anna@example.org");
        world.at("2026-01-05T06:00:00Z");
        world.outbox.failAfter(true);
        round();
        world.outbox.failAfter(false);
        world.hold("m2", "anna@example.org");
        round();
        world.at("2026-01-05T15:30:00Z");
        round();
        assertThat(told()).containsExactly("m1", "m2");
    }

    @Test
    void whatIsReleasedBeforeTheDigestIsNotTold() throws Exception {
        world.hold("m1", "anna@example.org");
        HeldMail held = world.mails.of(Username.of("anna@example.org")).blockFirst(PATIENCE);
        world.holding.release(new Ticket(held.owner(), held.id(), Instant.MAX), false).block();
        world.at("2026-01-05T06:00:00Z");
        round();
        assertThat(world.outbox.sent).isEmpty();
    }

    @Test
    void oneDigestHoldsSoManyAndAnotherTheRest() throws Exception {
        for (int number = 0; number < Digests.MOST + 1; number++) {
            world.hold("m" + number, "anna@example.org");
        }
        world.at("2026-01-05T06:00:00Z");
        round();
        assertThat(world.outbox.sent).hasSize(1);
        round();
        assertThat(told()).hasSize(Digests.MOST + 1).doesNotHaveDuplicates();
    }

    @Test
    void aTimeThatIsOverIsNotLookedAtForEver() throws Exception {
        world.hold("m1", "anna@example.org");
        world.at("2026-01-05T06:00:00Z");
        round();
        assertThat(due()).isEqualTo(1);
        world.at("2026-01-05T06:31:00Z");
        round();
        assertThat(due()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-05T05:00:00Z, 2026-01-05T06:00:00Z",
        "2026-01-05T06:00:00Z, 2026-01-05T15:30:00Z",
        "2026-01-05T15:30:00Z, 2026-01-06T06:00:00Z",
        "2026-03-28T20:00:00Z, 2026-03-29T05:00:00Z",
        "2026-10-24T20:00:00Z, 2026-10-25T06:00:00Z"
    })
    void timesOfDayFollowTheClockOfTheZone(String after, String next) {
        assertThat(world.settings.digestTimes().next(Instant.parse(after))).isEqualTo(next);
    }

    private long due() {
        return world.agenda.due(Errand.DIGEST, world.clock.instant()).count().block(PATIENCE);
    }

    private List<String> told() throws Exception {
        List<String> all = new ArrayList<>();
        for (MimeMessage digest : world.outbox.sent) {
            all.addAll(subjects(digest));
        }
        return all;
    }

    private MimeMessage to(String address) throws Exception {
        for (MimeMessage digest : world.outbox.sent) {
            if (digest.getRecipients(RecipientType.TO)[0].toString().equals(address)) {
                return digest;
            }
        }
        throw new AssertionError("no digest to " + address);
    }
}
