package org.jamestandem.imap.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodedWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plain | plain",
                "=?utf-8?q?k=C5=AF=C5=88?= | kůň",
                "=?UTF-8?B?a8WvxYg=?= | kůň",
                "=?utf-8*cs?q?k=C5=AF=C5=88?= | kůň",
                "=?iso-8859-2?Q?k=F9=F2?= x | kůň x",
                "a =?utf-8?q?b_c?= d | a b c d",
                "=?utf-8?q?a?= =?utf-8?q?b?= | ab",
                "=?utf-8?q?a?= b =?utf-8?q?c?= | a b c",
                "=?utf-8?b?a8U=?= =?utf-8?q?=AF=C5?=  =?UTF-8?q?=88?= | kůň",
                "=?utf-8?q?=C5=88?= =?iso-8859-2?q?=F2?= | ňň",
                "=?x-none?q?k=C5=AF=C5=88?= | kůň",
                "=?utf-8?q?in_?=\"quotes\" | in \"quotes\"",
                "=?utf-8?b?a8WvxYg?= | kůň",
                "=?utf-8?b?a8Wv!xYg?= | kůň",
                "=?utf-8?q?broken=C?= | broken=C",
                "=?utf-8?x?abc?= | =?utf-8?x?abc?=",
                "=?utf-8?q?open | =?utf-8?q?open",
                "=?=?utf-8?q?a?= | =?a",
                "=? | =?",
            })
    void encodedWordsAreDecodedAndWhatIsNoneIsKept(String encoded, String decoded) {
        assertThat(EncodedWords.decode(encoded)).isEqualTo(decoded);
    }
}
