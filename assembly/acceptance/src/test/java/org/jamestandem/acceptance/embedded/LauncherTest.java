package org.jamestandem.acceptance.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jamestandem.testkit.ProjectFiles;
import org.jamestandem.testkit.james.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/tandem}, the script in front of everything. */
class LauncherTest {
    private static final Path SCRIPT =
            ProjectFiles.root().resolve("assembly/distribution/target/tandem/bin/tandem");

    @TempDir private Path folder;

    @Test
    void versionNamesTandemJamesAndJava() throws Exception {
        Ended ended = run(SCRIPT, Map.of(), "--version");
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out()).matches("(?s)Tandem \\d.*Apache James 3\\.8\\.1, Java 17.*");
    }

    @Test
    void helpNamesCommandsAndExitCodes() throws Exception {
        Ended ended = run(SCRIPT, Map.of(), "--help");
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out()).contains("run", "check", "Exit codes");
    }

    @Test
    void optionsOfRunAreInItsHelp() throws Exception {
        assertThat(run(SCRIPT, Map.of(), "run", "--help").out())
                .contains("--port-offset", "--data", "--conf", "--no-samples", "--ready-file");
    }

    @Test
    void unknownOptionIsOneLine() throws Exception {
        Ended ended = run(SCRIPT, Map.of(), "run", "--prot-offset", "3");
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err().strip().lines())
                .hasSize(1)
                .first()
                .asString()
                .contains("--prot-offset");
    }

    @Test
    void oldJavaIsRefused() throws Exception {
        Path java = folder.resolve("jdk/bin/java");
        Files.createDirectories(java.getParent());
        Files.writeString(java, "#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        Ended ended = run(SCRIPT, Map.of("JAVA_HOME", folder.resolve("jdk").toString()), "check");
        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(ended.err().strip().lines())
                .hasSize(1)
                .first()
                .asString()
                .contains("17", "11.0.2");
    }

    @Test
    void missingJavaIsRefused() throws Exception {
        Ended ended = run(SCRIPT, Map.of("JAVA_HOME", folder.resolve("none").toString()), "check");
        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(ended.err().strip().lines()).hasSize(1).first().asString().contains("JAVA_HOME");
    }

    @Test
    void linkToTheScriptWorksFromAnyFolder() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("a link"), SCRIPT);
        Ended ended = run(link, Map.of(), "check");
        Files.delete(link);
        assertThat(ended.exitCode()).as(ended.err()).isZero();
    }

    private Ended run(Path script, Map<String, String> environment, String... arguments)
            throws Exception {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(script.toString());
        builder.command().addAll(List.of(arguments));
        builder.directory(folder.toFile());
        builder.redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}
