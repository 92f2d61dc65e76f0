package org.jamestandem.imap.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jamestandem.testkit.corpus.RandomMail;
import org.jamestandem.testkit.corpus.RawMail;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageReaderTest {
    private static MessageText read(String message) throws IOException {
        return new MessageReader().read(RawMail.of(message).open());
    }

    private static MessageText readWithin(TextLimits limits, String message) throws IOException {
        return new MessageReader(limits, AttachmentReader.NONE).read(RawMail.of(message).open());
    }

    private static List<String> body(MessageText text) {
        return text.body().stream().map(Passage::text).map(String::strip).toList();
    }

    @Test
    void fieldsAreUnfoldedAndDecoded() throws IOException {
        MessageText text =
                read(
                        "Subject: =?utf-8?q?k=C5=AF?=\n"
                                + " =?utf-8?q?=C5=88?= a\n"
                                + "\tb\n"
                                + "X-Raw: žluť\n\n"
                                + "x\n");

        assertThat(text.header())
                .extracting(line -> line.value().text())
                .containsExactly("kůň a\tb", "žluť");
        assertThat(text.header().get(0).line().text()).isEqualTo("Subject: kůň a\tb");
    }

    @Test
    void transferEncodingsAndCharsetsAreUndone() throws IOException {
        MessageText text =
                read(
                        """
                        Content-Type: multipart/mixed; boundary="b"

                        preamble
                        --b
                        Content-Type: text/plain; charset=iso-8859-2
                        Content-Transfer-Encoding: quoted-printable

                        k=F9=
                        =F2
                        --b
                        Content-Type: text/plain; charset=utf-8
                        Content-Transfer-Encoding: base64

                        a8WvxYg=
                        --b
                        Content-Type: text/html; charset=us-ascii

                        <p>k&uring;ň</p>
                        --b--
                        epilogue
                        """);

        assertThat(body(text)).containsExactly("kůň", "kůň", "kůň");
        assertThat(text.completeness()).isEqualTo(Completeness.WHOLE);
    }

    @Test
    void octetsOfNoKnownCharsetAreUtf8OrElseWindows1252() throws IOException {
        String header = "Content-Type: text/plain; charset=x-none\r\n\r\n";
        RawMail utf8 = new RawMail((header + "kůň").getBytes(StandardCharsets.UTF_8));
        RawMail latin = new RawMail((header + "é").getBytes(Charset.forName("windows-1252")));

        assertThat(body(new MessageReader().read(utf8.open()))).containsExactly("kůň");
        assertThat(body(new MessageReader().read(latin.open()))).containsExactly("é");
    }

    @Test
    void nestedMessagesAreTextWithTheirHeaders() throws IOException {
        MessageText text =
                read(
                        """
                        Subject: outer
                        Content-Type: multipart/mixed; boundary=b

                        --b
                        Content-Type: message/rfc822
                        Content-Disposition: attachment; filename="old.eml"

                        Subject: =?utf-8?q?vnit=C5=99n=C3=AD?=

                        hello
                        --b--
                        """);

        assertThat(body(text)).containsExactly("old.eml", "Subject: vnitřní", "hello");
        assertThat(text.header())
                .extracting(HeaderLine::name)
                .containsExactly("subject", "content-type");
        assertThat(text.attachments())
                .extracting(file -> file.name().map(Passage::text))
                .containsExactly(Optional.of("old.eml"));
    }

    @Test
    void filesAreNamedAndReadByTheirReader() throws IOException {
        String message =
                """
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: application/x-test; name="=?utf-8?q?=C5=BElu=C5=A5?="
                Content-Transfer-Encoding: base64

                a8WvxYg=
                --b
                Content-Type: application/x-other
                Content-Disposition: attachment; filename*=UTF-8''k%C5%AF%C5%88.bin

                ABC
                --b--
                """;
        AttachmentReader reader =
                (content, type) ->
                        type.equals("application/x-test")
                                ? Optional.of(
                                        new String(content.readAllBytes(), StandardCharsets.UTF_8))
                                : Optional.empty();
        MessageText text =
                new MessageReader(TextLimits.GENEROUS, reader).read(RawMail.of(message).open());

        assertThat(text.attachments())
                .extracting(file -> file.name().map(Passage::text))
                .containsExactly(Optional.of("žluť"), Optional.of("kůň.bin"));
        assertThat(text.attachments())
                .extracting(file -> file.text().map(Passage::text))
                .containsExactly(Optional.of("kůň"), Optional.empty());
        assertThat(body(text)).containsExactly("žluť", "kůň.bin");
    }

    @Test
    void aMissingEndAndAMissingHeaderCostNothing() throws IOException {
        assertThat(body(read("Content-Type: multipart/mixed; boundary=b\n\n--b\n\nhello\n")))
                .containsExactly("hello");
        assertThat(body(read("no header\n\nhello\n"))).containsExactly("hello");
        assertThat(body(read(""))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mon, 7 Feb 1994 23:59:00 -1100 | 1994-02-07",
                "07 Feb 1994 00:00:00 +1400 | 1994-02-07",
                "7 February 94 | 1994-02-07",
                "7 Feb 04 | 2004-02-07",
                "7-Feb-2004 | 2004-02-07",
                "31 Feb 2004 | ",
                "7 Foo 2004 | ",
                "yesterday | ",
            })
    void theSentDayIsTheOneThatStandsThere(String date, LocalDate day) throws IOException {
        assertThat(read("Date: " + date + "\n\nx\n").sent()).isEqualTo(Optional.ofNullable(day));
    }

    @Test
    void addressesAreWrittenOutWhereTheyStandOtherwise() throws IOException {
        MessageText text =
                read("From: Jan\n Malý<jan@x.example>\nTo: a@x.example\nCc: undisclosed:;\n\nx\n");

        assertThat(text.addresses().get(AddressField.FROM))
                .extracting(Passage::text)
                .containsExactly("Jan Malý <jan@x.example>");
        assertThat(text.addresses()).containsOnlyKeys(AddressField.FROM);
    }

    @Test
    void whatIsBeyondALimitIsCutAndSaidToBe() throws IOException {
        MessageText text =
                readWithin(TextLimits.GENEROUS.withCharacters(20), "A: b\n\n" + "x".repeat(50));

        assertThat(text.completeness()).isEqualTo(Completeness.BODY_CUT);
        assertThat(text.body().get(0).text()).matches("x{10,20}");
        assertThat(
                        readWithin(TextLimits.GENEROUS.withCharacters(3), "Long: header\n\nx")
                                .completeness())
                .isEqualTo(Completeness.HEADER_CUT);
        assertThat(
                        readWithin(new TextLimits(5, 5, 2, 1000), "A: 1\nB: 2\nC: 3\n\nx")
                                .completeness())
                .isEqualTo(Completeness.HEADER_CUT);
    }

    /** Markup counts as octets read, not as text, so the text may look short enough. */
    @Test
    void aTextWithMoreOctetsThanTheLimitAllowsIsCutWholly() throws IOException {
        String html = "Content-Type: text/html\n\n<p>first</p>" + "<br>".repeat(200) + "last\n";

        MessageText text = readWithin(TextLimits.GENEROUS.withCharacters(100), html);

        assertThat(text.completeness()).isEqualTo(Completeness.BODY_CUT);
        assertThat(text.body()).isEmpty();
    }

    @Test
    void deepNestingIsReadFlatBeyondTheLimit() {
        StringBuilder message = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            message.append(
                    "Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n".formatted(i, i));
        }
        message.append("\nend\n");
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () ->
                        assertThat(read(message.toString()).completeness())
                                .isEqualTo(Completeness.BODY_CUT));
    }

    @Test
    void messagesInMessagesAreReadFlatBeyondTheLimit() {
        String message = "Content-Type: message/rfc822\n\n".repeat(5_000) + "\nend\n";
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> assertThat(read(message).completeness()).isEqualTo(Completeness.BODY_CUT));
    }

    @Test
    void noRandomMessageFailsAndItsHeaderReadsTheSameAlone() throws IOException {
        long seed = System.nanoTime();
        RandomMail mail = new RandomMail(new Random(seed));
        for (int i = 0; i < 500; i++) {
            RawMail message = mail.next();
            MessageText text = new MessageReader().read(message.open());
            MessageText header = new MessageReader().readHeader(message.open());
            assertThat(header.header()).as("seed %d, message %d", seed, i).isEqualTo(text.header());
            assertThat(header.sent()).isEqualTo(text.sent());
            assertThat(header.body()).isEmpty();
        }
    }
}
