package org.jamestandem.imap.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class ThreadAlgorithmTest {
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

    private final ThreadHeaderReader reader = new ThreadHeaderReader();
    private final List<ThreadMessage> mailbox = new ArrayList<>();

    /** The next message, received an hour after the last. */
    private void mail(String header) throws IOException {
        long uid = mailbox.size() + 1L;
        byte[] octets = (header + "\n\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        mailbox.add(
                reader.read(
                        uid, START.plus(Duration.ofHours(uid)), new ByteArrayInputStream(octets)));
    }

    private String threads(ThreadAlgorithm algorithm) {
        return ThreadText.of(algorithm.threads(mailbox), uid -> uid);
    }

    private String references() {
        return threads(ThreadAlgorithm.REFERENCES);
    }

    @Test
    void answersStandBelowWhatTheyAnswer() throws IOException {
        mail("Message-ID: <a@x>\nSubject: plan");
        mail("Message-ID: <b@x>\nReferences: <a@x>\nSubject: Re: plan");
        mail("Message-ID: <c@x>\nReferences: <a@x> <b@x>\nSubject: Re: plan");
        mail("Message-ID: <d@x>\nIn-Reply-To: <a@x>\nSubject: other words");
        mail("Message-ID: <e@x>\nSubject: alone");

        assertThat(references()).isEqualTo("(1 (2 3)(4))(5)");
    }

    @Test
    void missingAncestorsHoldTheirAnswersTogether() throws IOException {
        mail("Message-ID: <b@x>\nReferences: <gone@x>\nSubject: one");
        mail("Message-ID: <c@x>\nReferences: <gone@x>\nSubject: two");
        mail("Message-ID: <d@x>\nReferences: <lost@x>\nSubject: three");
        mail("Message-ID: <f@x>\nReferences: <b@x> <missing@x>\nSubject: four");

        assertThat(references()).isEqualTo("((1 4)(2))(3)");
    }

    @Test
    void oneSubjectIsOneThread() throws IOException {
        mail("Message-ID: <a@x>\nSubject: plan");
        mail("Message-ID: <b@x>\nSubject: Re: PLAN");
        mail("Message-ID: <c@x>\nSubject: plan (fwd)");
        mail("Message-ID: <d@x>\nSubject: other");
        mail("Message-ID: <e@x>\nSubject: other");
        mail("Message-ID: <f@x>\nSubject:");
        mail("Message-ID: <g@x>\nSubject: Re:");

        assertThat(references()).isEqualTo("(1 (2)(3))((4)(5))(6)(7)");
    }

    @Test
    void theFirstThatIsNoReplyLeadsItsSubject() throws IOException {
        mail("Message-ID: <a@x>\nSubject: Re: plan");
        mail("Message-ID: <b@x>\nSubject: plan");

        assertThat(references()).isEqualTo("(2 1)");
    }

    @Test
    void dummiesOfOneSubjectBecomeOne() throws IOException {
        mail("References: <gone@x>\nSubject: Re: plan");
        mail("References: <gone@x>\nSubject: Re: plan");
        mail("References: <lost@x>\nSubject: Re: plan");
        mail("References: <lost@x>\nSubject: Re: plan");
        mail("Message-ID: <e@x>\nSubject: plan");

        assertThat(references()).isEqualTo("((1)(2)(3)(4)(5))");
    }

    @Test
    void loopsAndRepeatedIdsAreHarmless() throws IOException {
        mail("Message-ID: <a@x>\nReferences: <b@x>\nSubject: one");
        mail("Message-ID: <b@x>\nReferences: <a@x>\nSubject: two");
        mail("Message-ID: <c@x>\nReferences: <c@x>\nSubject: three");
        mail("Message-ID: <a@x>\nSubject: four");

        assertThat(references()).isEqualTo("(2 1)(3)(4)");
    }

    @Test
    void quotingMakesNoOtherId() throws IOException {
        mail("Message-ID: <\"01KF8JCEOCBS0045PS\"@xxx.yyy.com>\nSubject: one");
        mail("References: <01KF8JCEOCBS0045PS@xxx.yyy.com>\nSubject: two");
        mail(
                "References: nonsense <not an id> <@x> <y@>\n"
                        + "In-Reply-To: Bob <\"01KF8JCEOCBS0045PS\"@xxx.yyy.com>\n"
                        + "Subject: three");

        assertThat(references()).isEqualTo("(1 (2)(3))");
    }

    @Test
    void siblingsStandInTheOrderInWhichTheyWereSent() throws IOException {
        mail("Message-ID: <a@x>\nDate: Mon, 1 Jan 2024 00:00:00 +0000\nSubject: plan");
        mail("References: <a@x>\nDate: Fri, 5 Jan 2024 00:00:00 +0000\nSubject: one");
        mail("References: <a@x>\nDate: Wed, 3 Jan 2024 00:00:00 +0000\nSubject: two");
        mail("Message-ID: <d@x>\nDate: Sun, 31 Dec 2023 00:00:00 +0000\nSubject: older");

        assertThat(references()).isEqualTo("(4)(1 (3)(2))");
    }

    @Test
    void orderedSubjectKnowsSubjectsOnly() throws IOException {
        mail("Message-ID: <a@x>\nSubject: plan");
        mail("Message-ID: <b@x>\nReferences: <a@x>\nSubject: other");
        mail("Message-ID: <c@x>\nSubject: Re: plan");
        mail("Message-ID: <d@x>\nSubject: [list] PLAN");
        mail("Message-ID: <e@x>\nSubject: Fwd: other");
        mail("Date: Mon, 1 Jan 2024 00:00:00 +0000\nSubject: first of all");

        assertThat(threads(ThreadAlgorithm.ORDEREDSUBJECT)).isEqualTo("(6)(1 (3)(4))(2 5)");
    }

    @Test
    void nothingIsNoThread() {
        assertThat(references()).isEmpty();
        assertThat(threads(ThreadAlgorithm.ORDEREDSUBJECT)).isEmpty();
    }

    /** As deep as a mailbox is large; a recursion would not come back. */
    @Test
    void aThreadMayBeAsDeepAsTheMailbox() {
        int messages = 50_000;
        for (int i = 1; i <= messages; i++) {
            mailbox.add(message(i, "id" + i, i == 1 ? List.of() : List.of("id" + (i - 1))));
        }

        Assertions.assertTimeoutPreemptively(
                Duration.ofMinutes(1),
                () ->
                        assertThat(references())
                                .isEqualTo(
                                        LongStream.rangeClosed(1, messages)
                                                .mapToObj(Long::toString)
                                                .collect(Collectors.joining(" ", "(", ")"))));
    }

    @Test
    void everyMessageIsInOneThreadWhateverTheReferences() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            mailbox.clear();
            int messages = 1 + random.nextInt(30);
            for (int i = 1; i <= messages; i++) {
                List<String> references =
                        random.ints(random.nextInt(4), 0, 20).mapToObj(n -> "id" + n).toList();
                mailbox.add(message(i, "id" + random.nextInt(20), references));
            }

            assertThat(numbers(references()))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(LongStream.rangeClosed(1, messages).boxed().toList());
        }
    }

    private static ThreadMessage message(long uid, String id, List<String> references) {
        return new ThreadMessage(
                uid,
                START.plusSeconds(uid),
                "SUBJECT " + uid % 5,
                uid % 2 == 0,
                Optional.of(id),
                references);
    }

    private static List<Long> numbers(String threads) {
        return Pattern.compile("\\d+")
                .matcher(threads)
                .results()
                .map(number -> Long.valueOf(number.group()))
                .sorted()
                .toList();
    }
}
