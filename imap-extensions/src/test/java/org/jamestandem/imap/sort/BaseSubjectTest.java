package org.jamestandem.imap.sort;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaseSubjectTest {
    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            textBlock =
                    """
                    plain|plain
                    Re: plain|plain
                    RE:plain|plain
                    re :plain|plain
                    Fw: plain|plain
                    FWD: plain|plain
                    Re: Fwd: re: plain|plain
                    Re[3]: plain|plain
                    Re [3] : plain|plain
                    fwd[a b]: plain|plain
                    plain (fwd)|plain
                    plain (FWD) (fwd)|plain
                    (fwd) plain|(fwd) plain
                    [list] plain|plain
                    [one] [two] plain|plain
                    [one][two]plain|plain
                    [list] Re: plain|plain
                    Re: [list] Re: plain|plain
                    Re: [one] [two] fwd: plain|plain
                    [fwd: plain]|plain
                    [Fwd: Re: plain (fwd)]|plain
                    [fwd: [fwd: plain]]|plain
                    Re: [fwd: [list] plain] (fwd)|plain
                    [fwd: plain] tail|tail
                    [fwd: plain|[fwd: plain
                    plain]|plain]
                    [only]|[only]
                    [one] [only]|[only]
                    Re: [only]|[only]
                    [a [b] plain|[a [b] plain
                    [] plain|plain
                    Rex: plain|Rex: plain
                    Ref: plain|Ref: plain
                    Fwdd: plain|Fwdd: plain
                    Re plain|Re plain
                    Re[3] plain|Re[3] plain
                    Re[a[b]: plain|Re[a[b]: plain
                    a   b\tc|a b c
                     plain |plain
                    AW: plain|AW: plain
                    plain Re: plain|plain Re: plain
                    """)
    void artifactsAreRemovedAndNothingElse(String subject, String base) {
        assertThat(BaseSubject.of(subject.replace("\\t", "\t"))).isEqualTo(base);
    }

    @Test
    void subjectOfArtifactsOnlyIsEmpty() {
        for (String subject :
                new String[] {"", " ", "Re:", "Re: Fwd:", "(fwd)", "[a] Re:", "[fwd:]"}) {
            assertThat(BaseSubject.of(subject)).as("'%s'", subject).isEmpty();
        }
    }

    @Test
    void foldedSubjectReadsAsOneLine() {
        assertThat(BaseSubject.of("Re: long\r\n\tsubject")).isEqualTo("long subject");
    }

    @Test
    void extractionIsIdempotent() {
        String base = BaseSubject.of("Re: [a] [fwd: Re: [b] c (fwd)] (fwd)");

        assertThat(BaseSubject.of(base)).isEqualTo(base).isEqualTo("c");
    }

    @Test
    void hugeSubjectsTakeLinearTime() {
        int times = 200_000;
        for (String part : new String[] {"[a]", "[a", "[fwd:", "Re:", "(fwd)", "[a] ", "[]re[]:"}) {
            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(20), () -> BaseSubject.of(part.repeat(times)), part);
            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(20),
                    () -> BaseSubject.of(part.repeat(times) + "]".repeat(times)),
                    part);
        }
    }
}
