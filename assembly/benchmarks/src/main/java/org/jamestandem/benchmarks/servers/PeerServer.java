package org.jamestandem.benchmarks.servers;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.jamestandem.testkit.servers.WatchedProcess;

/** Another mail server as a child process on the loopback, with every file in one folder. */
final class PeerServer {
    private static final Duration START_LIMIT = Duration.ofSeconds(30);

    /**
     * Who the servers run as: they refuse to be root, and give up its rights when they have them.
     */
    static final String USER =
            System.getProperty("user.name").equals("root")
                    ? "nobody"
                    : System.getProperty("user.name");

    private final Path folder;
    private final WatchedProcess process;

    private PeerServer(Path folder, WatchedProcess process) {
        this.folder = folder;
        this.process = process;
    }

    /** A folder that the unprivileged user of the server may enter. */
    static Path folder(String name) throws IOException {
        return Files.createTempDirectory(
                "benchmark-" + name,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    }

    static PeerServer start(Path folder, List<String> command, InetSocketAddress... listeners)
            throws IOException {
        WatchedProcess process = WatchedProcess.start(folder, command);
        Awaitility.await("start of " + command)
                .atMost(START_LIMIT)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () ->
                                !process.isAlive()
                                        || List.of(listeners).stream()
                                                .allMatch(PeerServer::answers));
        if (!process.isAlive()) {
            throw new IOException("does not start: " + command + "\n" + process.output());
        }
        return new PeerServer(folder, process);
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** The group of {@link #USER}. */
    static String group() {
        return USER.equals("nobody") ? "nogroup" : USER;
    }

    /** Lets the server's user write there, when that is another one than ours. */
    static void give(Path file) throws IOException {
        UserPrincipal owner =
                file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(USER);
        Files.setOwner(file, owner);
    }

    /** Runs a program to its end. */
    static void run(String input, String... command) throws IOException {
        Process program = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var in = program.outputWriter(StandardCharsets.UTF_8)) {
            in.write(input);
        }
        String output = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (program.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + ": " + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    void stop() {
        process.stop();
    }

    private static boolean answers(InetSocketAddress listener) {
        try (Socket socket = new Socket()) {
            socket.connect(listener, 1000);
            socket.setSoTimeout(1000);
            return socket.getInputStream().read() > 0;
        } catch (IOException e) {
            return false;
        }
    }
}
