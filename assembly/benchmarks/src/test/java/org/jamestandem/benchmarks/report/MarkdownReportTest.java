package org.jamestandem.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.jamestandem.benchmarks.measure.Measurement;
import org.jamestandem.benchmarks.measure.Recorder;
import org.junit.jupiter.api.Test;

class MarkdownReportTest {
    @Test
    void everyServerIsComparedWithTheFirst() {
        String text =
                new MarkdownReport(List.of(measured("old", 4_000_000), measured("new", 1_000_000)))
                        .text();

        assertThat(text)
                .contains("| p50 / p99 ms | n | old | new | × |")
                .contains("| NOOP | 1 | 4.00 / 4.00 | 1.00 / 1.00 | 0.25 |")
                .contains("| **operations/s** |  | **2** | **2** |  |");
    }

    @Test
    void whatFailedIsCountedAndShownWithTheServersWords() {
        Recorder recorder = new Recorder();
        recorder.record("SELECT", false, 1, "NO no such mailbox");
        recorder.record("SELECT", false, 1, "NO later");

        String text =
                new MarkdownReport(
                                List.of(
                                        recorder.measurement(
                                                "imap", 500, "old", Duration.ofSeconds(1))))
                        .text();

        assertThat(text)
                .contains("| **errors** |  | **2** |")
                .contains("- old, SELECT: 2 times: NO no such mailbox");
    }

    @Test
    void aCommandThatOneServerNeverDidHasNoRatio() {
        Recorder nothing = new Recorder();
        nothing.record("LIST", true, 2_000_000, "OK");

        String text =
                new MarkdownReport(
                                List.of(
                                        measured("old", 1_000_000),
                                        nothing.measurement(
                                                "imap", 500, "new", Duration.ofSeconds(1))))
                        .text();

        assertThat(text)
                .contains("| NOOP | 1 | 1.00 / 1.00 | – | – |")
                .contains("| LIST | 1 | – | 2.00 / 2.00 | – |");
    }

    private static Measurement measured(String target, long nanos) {
        Recorder recorder = new Recorder();
        recorder.record("NOOP", true, nanos, "OK");
        return recorder.measurement("imap", 500, target, Duration.ofMillis(500));
    }
}
