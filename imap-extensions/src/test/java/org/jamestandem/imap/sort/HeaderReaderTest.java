package org.jamestandem.imap.sort;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.jamestandem.imap.text.Casemap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderReaderTest {
    @Test
    void everyFieldIsRead() throws IOException {
        SortHeaders headers =
                read(
                        """
                        Received: from elsewhere
                        Date: Mon, 1 Jan 2024 10:00:00 +0100
                        From: Anna <anna@tandem.example>
                        To: bob@tandem.example, carol@tandem.example
                        Cc: "Dave" <dave@tandem.example>
                        Subject: Re: [list] Hello

                        Subject: not a header
                        """);

        assertThat(headers)
                .isEqualTo(
                        new SortHeaders(
                                Optional.of(Instant.parse("2024-01-01T09:00:00Z")),
                                "HELLO",
                                "ANNA",
                                "BOB",
                                "DAVE",
                                "ANNA",
                                "BOB@TANDEM.EXAMPLE"));
    }

    @Test
    void absentFieldsAreEmpty() throws IOException {
        assertThat(read("X-Other: 1\n\n")).isEqualTo(SortHeaders.NONE);
        assertThat(read("")).isEqualTo(SortHeaders.NONE);
    }

    @Test
    void firstOfTwoFieldsCounts() throws IOException {
        assertThat(read("Subject: one\nSubject: two\n\n").subject()).isEqualTo("ONE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "=?utf-8?q?P=C5=99=C3=ADli=C5=A1?=|Příliš",
                "Re: =?iso-8859-2?q?P=F8=EDli=B9?=|Příliš",
                "=?utf-8?b?UmU6IA==?= hello|hello",
                "=?utf-8?q?one?= =?utf-8?q?two?=|onetwo",
                "=?utf-8?q?Re=3A?= =?utf-8?q?_Hello?=|Hello",
                "=?no-such-charset?q?a?=|=?no-such-charset?q?a?="
            })
    void encodedWordsAreDecodedBeforeTheBaseIsTaken(String subject, String base)
            throws IOException {
        assertThat(read("Subject: " + subject + "\n\n").subject())
                .isEqualTo(Casemap.canonical(base));
    }

    @Test
    void foldedSubjectIsUnfolded() throws IOException {
        assertThat(read("Subject: one\n\t two\n three\n\n").subject()).isEqualTo("ONE TWO THREE");
    }

    @Test
    void rawOctetsAreUtf8OrElseLatin1() throws IOException {
        String header = "Subject: Příliš é\n\n";

        assertThat(read(header, StandardCharsets.UTF_8).subject())
                .isEqualTo(Casemap.canonical("Příliš é"));
        assertThat(read("Subject: é\n\n", StandardCharsets.ISO_8859_1).subject())
                .isEqualTo(Casemap.canonical("é"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "anna@tandem.example|anna",
                "\"Long, Name\" <anna.b@tandem.example>|anna.b",
                "Friends: anna@tandem.example, bob@tandem.example;|Friends",
                "undisclosed-recipients:;|undisclosed-recipients",
                "anna|anna",
                "<>|''",
                ",|''"
            })
    void addressCountsByItsMailbox(String to, String mailbox) throws IOException {
        assertThat(read("To: " + to + "\n\n").to()).isEqualTo(Casemap.canonical(mailbox));
    }

    @Test
    void brokenHeaderLinesAreSkipped() throws IOException {
        assertThat(read("no colon here\nSubject: hello\n\n").subject()).isEqualTo("HELLO");
    }

    private static SortHeaders read(String header) throws IOException {
        return read(header, StandardCharsets.UTF_8);
    }

    private static SortHeaders read(String header, Charset charset) throws IOException {
        byte[] octets = header.replace("\n", "\r\n").getBytes(charset);
        return new HeaderReader().read(new ByteArrayInputStream(octets));
    }
}
