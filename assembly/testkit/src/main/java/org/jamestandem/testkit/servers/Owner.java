package org.jamestandem.testkit.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;

/**
 * The process that servers belong to: the Maven build that this JVM is a part of, else this JVM.
 * The system property {@code tandem.servers.owner} names another one by its id.
 */
record Owner(long pid) {
    static final String PROPERTY = "tandem.servers.owner";
    private static final String MAVEN = "org.codehaus.plexus.classworlds.launcher.Launcher";

    static Owner current() {
        String configured = System.getProperty(PROPERTY);
        return configured == null
                ? new Owner(maven().orElse(ProcessHandle.current()).pid())
                : new Owner(Long.parseLong(configured));
    }

    boolean isThisProcess() {
        return pid == ProcessHandle.current().pid();
    }

    /** Where its servers are: every JVM of one build finds the same folder. */
    Path folder() throws IOException {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"), "tandem-servers-" + pid);
        return Files.isDirectory(folder)
                ? folder
                : Files.createDirectories(
                        folder,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwx------")));
    }

    private static Optional<ProcessHandle> maven() {
        Optional<ProcessHandle> ancestor = ProcessHandle.current().parent();
        while (ancestor.isPresent() && !isMaven(ancestor.get())) {
            ancestor = ancestor.get().parent();
        }
        return ancestor;
    }

    private static boolean isMaven(ProcessHandle process) {
        return process.info()
                .arguments()
                .map(arguments -> Arrays.asList(arguments).contains(MAVEN))
                .orElse(false);
    }
}
