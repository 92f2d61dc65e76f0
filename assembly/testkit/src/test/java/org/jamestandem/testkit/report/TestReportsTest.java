package org.jamestandem.testkit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestReportsTest {
    private static final Instant START = Instant.parse("2026-11-01T08:00:00Z");
    private static final String REPORT =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuite name="a.ATest" tests="0" failures="0">
              <testcase name="passes" classname="a.ATest$Nested" time="0.1"/>
              <testcase name="prints" classname="a.ATest"><system-out><![CDATA[
                <failure/> <testcase/>
              ]]></system-out></testcase>
              <testcase name="differs" classname="a.ATest"><failure message="no">x</failure></testcase>
              <testcase name="breaks" classname="a.ATest"><error message="no">x</error></testcase>
              <testcase name="waits" classname="a.ATest"><skipped message="no server"/></testcase>
            </testsuite>
            """;

    @TempDir Path root;

    @Test
    void countsTheCasesOfAllModules() throws Exception {
        write("mailets", "TEST-a.ATest.xml", START);
        write("assembly/kernel", "TEST-b.BTest.xml", START.plusSeconds(60));

        assertThat(TestReports.of(root, START).summary())
                .isEqualTo("4 passed, 4 failed, 2 skipped");
    }

    @Test
    void namesWhatFailedAndWhyOthersWereSkipped() throws Exception {
        write("mailets", "TEST-a.ATest.xml", START);

        assertThat(TestReports.of(root, START).remarks())
                .containsExactly(
                        "failed:  a.ATest differs",
                        "failed:  a.ATest breaks",
                        "skipped: a.ATest waits: no server");
    }

    @Test
    void leavesOutOldReports() throws Exception {
        write("mailets", "TEST-a.ATest.xml", START.minusSeconds(1));

        assertThat(TestReports.of(root, START).summary())
                .isEqualTo("0 passed, 0 failed, 0 skipped");
    }

    private void write(String module, String name, Instant time) throws IOException {
        Path folder =
                Files.createDirectories(root.resolve(module).resolve("target/surefire-reports"));
        Path file = Files.writeString(folder.resolve(name), REPORT);
        Files.setLastModifiedTime(file, FileTime.from(time));
    }
}
