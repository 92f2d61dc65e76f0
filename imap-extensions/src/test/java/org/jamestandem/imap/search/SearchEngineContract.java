package org.jamestandem.imap.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jamestandem.imap.search.Keys.and;
import static org.jamestandem.imap.search.Keys.body;
import static org.jamestandem.imap.search.Keys.flag;
import static org.jamestandem.imap.search.Keys.from;
import static org.jamestandem.imap.search.Keys.header;
import static org.jamestandem.imap.search.Keys.not;
import static org.jamestandem.imap.search.Keys.or;
import static org.jamestandem.imap.search.Keys.subject;
import static org.jamestandem.imap.search.Keys.text;
import static org.jamestandem.imap.search.Keys.uid;

import java.time.Duration;
import java.util.Random;
import java.util.Set;
import org.jamestandem.testkit.corpus.RawMail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every engine keeps. */
public interface SearchEngineContract {
    /** The engine under test. */
    SearchEngine engine();

    /** Tells the engine's index of a message, if it has one. */
    void index(TestMailbox mailbox, long uid);

    private TestMailbox indexed(String... messages) {
        TestMailbox mailbox = new TestMailbox("contract");
        for (String message : messages) {
            index(mailbox, mailbox.add(message));
        }
        return mailbox;
    }

    private Uids search(TestMailbox mailbox, SearchKey key) {
        return engine().search(mailbox, key).block(Duration.ofMinutes(1));
    }

    private boolean finds(String message, SearchKey key) {
        return !search(indexed(message), key).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "swim | swimming is fun | true",
                "mmin | swimming is fun | true",
                "swum | swimming is fun | false",
                "SWIM | swimming is fun | true",
                "is fun | swimming is fun | true",
                "fun is | swimming is fun | false",
                "is  fun | swimming is fun | false",
                "žluťoučký | Příliš žluťoučký kůň | true",
                "ŽLUŤOUČKÝ | Příliš žluťoučký kůň | true",
                "zlutoucky | Příliš žluťoučký kůň | false",
                "kůň | Příliš žluťoučký kun | false",
                "u | kůň | true",
                "ku | kůň | true",
                "kun | kůň | false",
                "ně | něco | true",
                "to | je to tak | true",
                "o | je to tak | true",
                "q | je to tak | false",
                "a.b@c-d.example | mail a.b@c-d.example today | true",
                "https://x.example/?q=1&r=2 | see https://x.example/?q=1&r=2 | true",
                "* | five * six | true",
                "* | five six | false",
                "\"five\" | say \"five\" | true",
                "AND | this and that | true",
                "foo\\bar | a foo\\bar b | true",
                "(50%) | a (50%) b | true",
                "本 | 日本語 | true",
                "本語 | 日本語 | true",
                "日本語 | これは日本語です | true",
                "日語 | 日本語 | false",
                "STRASSE | straße | false",
                "ﬁ | ﬁnance | true",
                "fi | ﬁnance | false",
                "😀 | so 😀 | true",
                "😁 | so 😀 | false",
            })
    default void aStringIsFoundWhereItStandsLiterallyInAnyCase(
            String string, String text, boolean found) {
        String message =
                """
                Subject: %s
                X-Test: %s
                From: "%s" <a@b.example>
                Content-Type: text/plain; charset=utf-8

                %s
                """
                        .formatted(text, text, text.replaceAll("[\"\\\\]", "\\\\$0"), text);

        assertThat(finds(message, body(string))).as("BODY").isEqualTo(found);
        assertThat(finds(message, text(string)) && string.length() > 2)
                .as("TEXT")
                .isEqualTo(found && string.length() > 2);
        assertThat(finds(message, subject(string))).as("SUBJECT").isEqualTo(found);
        assertThat(finds(message, header("x-test", string))).as("HEADER").isEqualTo(found);
    }

    @Test
    default void textLooksIntoHeadersAndBodyAndBodyOnlyIntoTheBody() {
        String message = "Subject: alpha\nX-Trace: beta\n\ngamma\n";

        assertThat(finds(message, text("alpha"))).isTrue();
        assertThat(finds(message, text("x-trace: beta"))).isTrue();
        assertThat(finds(message, text("gamma"))).isTrue();
        assertThat(finds(message, body("gamma"))).isTrue();
        assertThat(finds(message, body("alpha"))).isFalse();
        assertThat(finds(message, body("beta"))).isFalse();
    }

    @Test
    default void noStringReachesFromOneFieldOrPartIntoTheNext() {
        String message =
                """
                X-A: one
                X-A: two
                Content-Type: multipart/mixed; boundary=b

                --b

                three
                --b

                four
                --b--
                """;

        assertThat(finds(message, header("X-A", "onetwo"))).isFalse();
        assertThat(finds(message, text("oneX-A"))).isFalse();
        assertThat(finds(message, body("threefour"))).isFalse();
        assertThat(finds(message, body("eefo"))).isFalse();
        assertThat(finds(message, header("X-A", "two"))).isTrue();
    }

    @Test
    default void anEmptyStringAsksForTheField() {
        TestMailbox mailbox = indexed("X-Flag:\n\nx\n", "X-Flag: yes\n\nx\n", "Subject: s\n\nx\n");

        assertThat(search(mailbox, header("X-FLAG", ""))).isEqualTo(Uids.of(1, 2));
        assertThat(search(mailbox, body(""))).isEqualTo(Uids.of(1, 2, 3));
        assertThat(search(mailbox, text(""))).isEqualTo(Uids.of(1, 2, 3));
    }

    @Test
    default void headerSearchIsLimitedToThatField() {
        String message = "Subject: alpha\nX-Subject: beta\n\nx\n";

        assertThat(finds(message, header("subject", "beta"))).isFalse();
        assertThat(finds(message, header("x-subject", "beta"))).isTrue();
    }

    @Test
    default void aNameSplitOverEncodedWordsIsOneName() {
        String message =
                """
                From: =?UTF-8?B?xb1sdcWl?= =?UTF-8?Q?ou=C4=8Dk=C3?=
                 =?UTF-8?Q?=BD?= <zl@x.example>
                Subject: =?iso-8859-2?Q?P=F8=EDli=B9?= konec

                x
                """;

        assertThat(finds(message, from("žluťoučký <zl@x"))).isTrue();
        assertThat(finds(message, subject("příliš konec"))).isTrue();
    }

    @Test
    default void addressesAreFoundHoweverTheyAreWritten() {
        String message =
                "From: zl@x.example (Anna Malá)\nTo: \"Novák, Jan\" <jan@x.example>\n\nx\n";

        assertThat(finds(message, from("(Anna"))).isTrue();
        assertThat(finds(message, from("zl@x.example"))).isTrue();
        assertThat(finds("From: Jan\n Novák<jan@x.example>\n\nx\n", from("novák <jan@"))).isTrue();
    }

    @Test
    default void severalKeysMeanAllOfThem() {
        TestMailbox mailbox = indexed("Subject: a1\n\nb1\n", "Subject: a1\n\nb2\n");

        assertThat(search(mailbox, and(subject("a1"), body("b2")))).isEqualTo(Uids.of(2));
        assertThat(search(mailbox, or(body("b1"), body("b2")))).isEqualTo(Uids.of(1, 2));
        assertThat(search(mailbox, and(subject("a1"), not(body("b2"))))).isEqualTo(Uids.of(1));
        assertThat(search(mailbox, or(uid(1), body("b2")))).isEqualTo(Uids.of(1, 2));
        assertThat(search(mailbox, SearchKey.all())).isEqualTo(Uids.of(1, 2));
        assertThat(search(mailbox, SearchKey.none())).isEqualTo(Uids.NONE);
    }

    @Test
    default void aMessageThatTheIndexHasNotSeenIsFound() {
        TestMailbox mailbox = indexed("Subject: old\n\nfirst\n");
        mailbox.add("Subject: new\n\nsecond\n");

        assertThat(search(mailbox, body("second"))).isEqualTo(Uids.of(2));
        assertThat(search(mailbox, not(body("first")))).isEqualTo(Uids.of(2));
        assertThat(search(mailbox, subject("new"))).isEqualTo(Uids.of(2));
    }

    @Test
    default void flagsAreThoseOfThisMoment() {
        TestMailbox mailbox = indexed("\nx\n", "\nx\n");
        assertThat(search(mailbox, flag(SystemFlag.SEEN))).isEqualTo(Uids.NONE);

        mailbox.change(2, message -> withFlags(message, Set.of(SystemFlag.SEEN)));

        assertThat(search(mailbox, flag(SystemFlag.SEEN))).isEqualTo(Uids.of(2));
        assertThat(search(mailbox, and(body("x"), not(flag(SystemFlag.SEEN)))))
                .isEqualTo(Uids.of(1));
    }

    private static LiveMessage withFlags(LiveMessage message, Set<SystemFlag> flags) {
        return new LiveMessage(
                message.uid(),
                message.modSeq() + 1,
                flags,
                message.keywords(),
                message.received(),
                message.size(),
                message.saved(),
                message.emailId(),
                message.threadId());
    }

    @Test
    default void whatTheSessionDoesNotKnowOfIsNotFound() {
        TestMailbox mailbox = indexed("\nx\n", "\nx\n", "\nx\n");
        mailbox.tell(Uids.of(1, 3));

        assertThat(search(mailbox, body("x"))).isEqualTo(Uids.of(1, 3));
    }

    @Test
    default void whatIsGoneIsNotFound() {
        TestMailbox mailbox = indexed("\nx\n", "\nx\n");
        mailbox.expunge(1);

        assertThat(search(mailbox, body("x"))).isEqualTo(Uids.of(2));
    }

    @Test
    default void aStringFarBackInALongTextIsFound() {
        String padding = "slovo po slovu ".repeat(60_000);
        TestMailbox mailbox = new TestMailbox("long");
        index(mailbox, mailbox.add(RawMail.of("\n" + padding + "\nkonec\n")));
        index(mailbox, mailbox.add(RawMail.of("\n" + padding + "\n")));

        assertThat(search(mailbox, body("konec"))).isEqualTo(Uids.of(1));
        assertThat(search(mailbox, not(body("konec")))).isEqualTo(Uids.of(2));
        assertThat(search(mailbox, body("po slovu"))).isEqualTo(Uids.of(1, 2));
    }

    @Test
    default void aVeryLongStringIsFound() {
        String line = "abcdefghij klmnopqrst ".repeat(300);

        assertThat(finds("\n" + line + "end\n", body(line + "end"))).isTrue();
        assertThat(finds("\n" + line + "other\n", body(line + "end"))).isFalse();
    }

    @Test
    default void randomProgramsOverRandomMailGiveTheAnswerOfAScan() {
        compare(20260101, 4, 60, 250);
    }

    /** Compares answers with those of a scan; a failure names the seed. */
    default void compare(long seed, int mailboxes, int messages, int programs) {
        Random random = new Random(seed);
        RandomMailbox mail = new RandomMailbox(random);
        for (int m = 0; m < mailboxes; m++) {
            TestMailbox mailbox = mail.create("random-" + seed + "-" + m, messages);
            RandomKeys keys = new RandomKeys(random, mailbox);
            mailbox.uids().stream()
                    .filter(uid -> random.nextInt(10) > 0)
                    .forEach(uid -> index(mailbox, uid));
            for (int p = 0; p < programs; p++) {
                mail.shake(mailbox, mailbox.uids().at(random.nextInt(mailbox.uids().size())));
                SearchKey key = keys.next();
                assertThat(search(mailbox, key))
                        .as("seed %d, mailbox %d, program %d: %s", seed, m, p, printable(key))
                        .isEqualTo(
                                new ScanningSearchEngine()
                                        .search(mailbox, key)
                                        .block(Duration.ofMinutes(1)));
            }
        }
    }

    private static String printable(SearchKey key) {
        StringBuilder printable = new StringBuilder();
        key.toString()
                .chars()
                .mapToObj(c -> c >= ' ' && c < 127 ? "" + (char) c : "\\u%04x".formatted(c))
                .forEach(printable::append);
        return printable.toString();
    }
}
