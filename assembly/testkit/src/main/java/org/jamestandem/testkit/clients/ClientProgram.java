package org.jamestandem.testkit.clients;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jamestandem.testkit.Programs;
import org.jamestandem.testkit.Requirement;

/** A program of this machine, run with a home of its own. */
final class ClientProgram {
    private static final long LIMIT_SECONDS = 120;

    private final String name;
    private final Path home;

    /**
     * @throws RuntimeException that skips or fails the test when the program is missing
     */
    ClientProgram(String name, String debianPackage, Path home) {
        this.name = name;
        this.home = home;
        if (!Programs.has(name)) {
            throw Requirement.unmet(
                    name
                            + " is not installed: on Debian, run 'apt-get install"
                            + " --no-install-recommends "
                            + debianPackage
                            + "'");
        }
    }

    Path home() {
        return home;
    }

    /** Writes a file of the home that only its owner may read, as clients demand. */
    Path write(String file, String text) {
        return write(file, text, "rw-------");
    }

    /**
     * A program that delivers its input to this folder, for clients that do not do so themselves or
     * not as root.
     */
    Path deliveryTo(Path maildir) {
        String deliver =
                "#!/bin/sh\nexec cat > \"$(mktemp %s/XXXXXXXX)\"\n"
                        .formatted(maildir.resolve("new"));
        return write("deliver.sh", deliver, "rwx------");
    }

    private Path write(String file, String text, String permissions) {
        Path path = home.resolve(file);
        try {
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
            return path;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs it to its end, two minutes at most. */
    ClientRun run(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(name));
        command.addAll(arguments);
        try {
            Path output = Files.createTempFile(home, name, ".out");
            ProcessBuilder builder =
                    new ProcessBuilder(command)
                            .directory(home.toFile())
                            .redirectInput(new File("/dev/null"))
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile());
            builder.environment().put("HOME", home.toString());
            builder.environment().put("LC_ALL", "C.UTF-8");
            Process process = builder.start();
            boolean ended = await(process);
            String said = Files.readString(output, UTF_8);
            if (!ended) {
                throw new AssertionError(
                        "%s does not end within %d s:\n%s".formatted(name, LIMIT_SECONDS, said));
            }
            return new ClientRun(String.join(" ", command), process.exitValue(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean await(Process process) {
        try {
            boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            return ended;
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
