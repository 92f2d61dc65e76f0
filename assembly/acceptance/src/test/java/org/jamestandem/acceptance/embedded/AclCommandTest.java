package org.jamestandem.acceptance.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jamestandem.testkit.ProjectFiles;
import org.jamestandem.testkit.james.Tandem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tandem acl} as a script calls it. */
class AclCommandTest {
    private static final String ANNA = "anna@tandem.example";
    private static final String BOB = "bob@tandem.example";

    private static final Path SCRIPT =
            ProjectFiles.root().resolve("assembly/distribution/target/tandem/bin/tandem");

    @TempDir private Path folder;

    private record Ended(int exitCode, String out, String err) {}

    @Test
    void listsAreReadChangedAndExplained() throws Exception {
        try (Tandem tandem = Tandem.embedded().start()) {
            assertThat(acl(tandem, "set", ANNA, "INBOX", BOB, "lr").exitCode()).isZero();
            assertThat(acl(tandem, "set", ANNA, "INBOX", "-" + BOB, "r").exitCode()).isZero();
            assertThat(acl(tandem, "get", ANNA, "INBOX").out())
                    .containsPattern("(?m)^" + BOB + " +lr$")
                    .containsPattern("(?m)^-" + BOB + " +r$");
            assertThat(acl(tandem, "what-if", BOB, ANNA, "INBOX", "anyone", "+w").out())
                    .startsWith("rights: lw\n");
            assertThat(acl(tandem, "report", BOB).out())
                    .containsPattern("(?m)^" + ANNA + " INBOX +l$");
            assertThat(acl(tandem, "report", ANNA, "INBOX").out())
                    .containsPattern("(?m)^" + BOB + " +l$")
                    .doesNotContain("carol");
            Ended json = acl(tandem, "get", ANNA, "INBOX", "--json");
            assertThat(new ObjectMapper().readTree(json.out()).path("mailbox").asText())
                    .isEqualTo("INBOX");

            Ended missing = acl(tandem, "get", ANNA, "Nowhere");
            assertThat(missing.exitCode()).isEqualTo(7);
            assertThat(missing.err()).isEqualTo("tandem: There is no such mailbox\n");
            Ended nobody = acl(tandem, "set", ANNA, "INBOX", "nobody@tandem.example", "l");
            assertThat(nobody.exitCode()).isEqualTo(8);
            assertThat(nobody.err()).contains("There is no user nobody@tandem.example");
        }
    }

    private Ended acl(Tandem tandem, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(SCRIPT.toString(), "acl"));
        command.addAll(List.of(arguments));
        command.addAll(3, List.of("--data", tandem.data().toString()));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}
