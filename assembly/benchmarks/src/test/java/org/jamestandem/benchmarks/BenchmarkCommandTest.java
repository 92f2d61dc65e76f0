package org.jamestandem.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command as an operator types it, with a very small load. */
class BenchmarkCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir private Path folder;

    @Test
    void everyScenarioPassesOnStockJamesWithoutErrors() throws IOException {
        Path tables = folder.resolve("tables.md");

        int status =
                benchmark(
                        "--targets=stock",
                        "--scenarios=imap,bulk,append,pop3,maildrop,crowd",
                        "--connections=2",
                        "--messages=12,14",
                        "--operations=12",
                        "--output=" + tables);

        assertThat(status).as(err.toString()).isZero();
        assertThat(out.toString())
                .isEqualTo(Files.readString(tables))
                .contains("### imap", "### bulk", "### append", "### pop3")
                .contains("### maildrop, 12 messages", "### maildrop, 14 messages")
                .contains(
                        "| DELE of all and QUIT | 1 |", "| 1000 TOP n 0 | 1 |", "| session | 500 |")
                .contains("| COPY 6 |", "| EXPUNGE 9 |", "| QUIT after 1 DELE |")
                .containsPattern("\\*\\*errors\\*\\* \\|  \\| \\*\\*0\\*\\*")
                .doesNotContainPattern("\\*\\*errors\\*\\* \\|  \\| \\*\\*[1-9]");
    }

    @Test
    void aTargetThatIsNotKnownIsRefusedWithTheKnownOnes() {
        assertThat(benchmark("--targets=courier")).isEqualTo(2);
        assertThat(err.toString()).contains("no target 'courier'", "stock", "dovecot");
    }

    @Test
    void aScenarioThatIsNotKnownIsRefusedWithTheKnownOnes() {
        assertThat(benchmark("--scenarios=jmap")).isEqualTo(2);
        assertThat(err.toString()).contains("no scenario 'jmap'", "append");
    }

    private int benchmark(String... arguments) {
        return new CommandLine(new Main())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
