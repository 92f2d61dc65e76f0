package org.jamestandem.imap.sort;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentDateTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "31 Dec 2000 16:01:33 -0800|2001-01-01T00:01:33Z",
                "Sun, 31 Dec 2000 16:01:33 -0800|2001-01-01T00:01:33Z",
                "Mon, 1 Jan 2024 10:00:00 +0100 (CET)|2024-01-01T09:00:00Z",
                "1 Jan 2024 10:00 +0000|2024-01-01T10:00:00Z",
                "Mon, 01 Jan 2024 10:00:00 GMT|2024-01-01T10:00:00Z",
                "Fri, 21 Nov 97 09:55:06 -0600|1997-11-21T15:55:06Z"
            })
    void dateIsReadInUtc(String text, String moment) {
        assertThat(SentDate.parse(text)).contains(Instant.parse(moment));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 Jan 2024 10:00:00 +9999|2024-01-01T10:00:00Z",
                "Mon, 1 Jan 2024 10:00:00 NOWHERE|2024-01-01T10:00:00Z",
                "Mon, 1 Jan 2024 10:00:00|2024-01-01T10:00:00Z"
            })
    void wrongOrMissingZoneCountsAsUtc(String text, String moment) {
        assertThat(SentDate.parse(text)).contains(Instant.parse(moment));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 Jan 2024 25:61:00 +0100",
                "1 Jan 2024",
                "Mon, 1 January 2024 soon",
                "1-Jan-2024 xx:yy"
            })
    void wrongOrMissingTimeCountsAsMidnight(String text) {
        assertThat(SentDate.parse(text)).contains(Instant.parse("2024-01-01T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "32 Jan 2024 10:00:00 +0000", "1 Foo 2024 10:00:00"})
    void textWithoutADayIsNoDate(String text) {
        assertThat(SentDate.parse(text)).isEmpty();
    }
}
