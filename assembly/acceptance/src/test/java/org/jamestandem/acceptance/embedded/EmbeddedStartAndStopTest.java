package org.jamestandem.acceptance.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jamestandem.testkit.james.Ended;
import org.jamestandem.testkit.james.Tandem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStartAndStopTest {
    @TempDir private Path folder;

    @Test
    void termStopsItInOrder() {
        try (Tandem tandem = Tandem.embedded().options("--no-samples").start()) {
            assertThat(tandem.ready().path("accounts")).isEmpty();
            assertThat(tandem.process().info().commandLine().orElse(""))
                    .contains("distribution.Main");
            Ended ended = tandem.terminate();
            assertThat(ended.exitCode()).isZero();
            assertThat(ended.err()).isEmpty();
            assertThat(tandem.readyFile()).doesNotExist();
            assertThat(tandem.log()).contains("JAMES server stopped");
        }
    }

    @Test
    void aSecondServerDoesNotTouchTheDataFolderOfTheFirst() {
        try (Tandem first = Tandem.embedded().options("--no-samples").start()) {
            Ended second =
                    Tandem.embedded()
                            .options("--data", first.data().toString())
                            .startExpectingEnd();
            refused(second, 6, "another server is using the data folder");
        }
    }

    @Test
    void usedPortIsNamed() throws Exception {
        try (ServerSocket used = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ended ended =
                    Tandem.embedded()
                            .edit("pop3server.xml", conf -> conf.replace("1110", port(used)))
                            .options("--port-offset", "0")
                            .startExpectingEnd();
            refused(ended, 5, "port " + used.getLocalPort());
            assertThat(ended.err()).contains("pop3", "--port-offset");
        }
    }

    @Test
    void dataFolderThatCannotBeWrittenIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        Ended ended =
                Tandem.embedded()
                        .options("--data", file.resolve("data").toString())
                        .startExpectingEnd();
        refused(ended, 6, "cannot write to the data folder " + file.resolve("data"));
    }

    @Test
    void emptyNameOfTheDataFolderIsNotTheFolderOneStandsIn() {
        Ended ended = Tandem.embedded().options("--data", "").startExpectingEnd();
        refused(ended, 2, "--data needs the name of a folder, and got an empty one");
    }

    @Test
    void readyFileThatCannotBeWrittenIsNamed() {
        Path file = folder.resolve("missing").resolve("ready");
        Ended ended =
                Tandem.embedded().options("--ready-file", file.toString()).startExpectingEnd();
        refused(ended, 6, "cannot write the ready file into " + file.getParent());
    }

    @Test
    void badTandemXmlIsNamedWithPlaceAndValue() {
        Ended ended =
                Tandem.embedded()
                        .configuration("tandem.xml", "<tandem><state>disk</state></tandem>")
                        .startExpectingEnd();
        refused(ended, 4, "tandem.xml: tandem/state = 'disk' is not valid; expected one of");
    }

    @Test
    void badOptionOfAFeatureIsNamedByRunAndCheck() {
        Tandem.Builder bad =
                Tandem.embedded()
                        .configuration(
                                "tandem.xml",
                                "<tandem><mailets><spam><threshold>high</threshold></spam></mailets></tandem>");
        String expected = "tandem.xml: tandem/mailets/spam/threshold = 'high' is not valid";
        refused(bad.startExpectingEnd(), 4, expected);
        refused(bad.check(), 4, expected);
    }

    @Test
    void fileThatIsNoXmlIsNamedWithItsLine() {
        Ended ended =
                Tandem.embedded()
                        .configuration("listeners.xml", "<listeners>\n<oops>\n</listeners>")
                        .check();
        refused(ended, 4, "listeners.xml cannot be read as XML: line 3");
    }

    @Test
    void checkSaysWhatWouldRun() {
        Ended ended = Tandem.embedded().options("--port-offset", "7").check();
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).contains("is valid", "imap ", "127.0.0.1:1150", "127.0.0.1:8007");
    }

    @Test
    void operatorsOwnJarIsLoaded() throws Exception {
        Path jar = ExtensionJar.withMatcher(folder, "com.operator.Everybody");
        try (Tandem tandem =
                Tandem.embedded()
                        .extension(jar)
                        .edit(
                                "mailetcontainer.xml",
                                conf ->
                                        conf.replace(
                                                "match=\"All\" class=\"AddDeliveredToHeader\"",
                                                "match=\"com.operator.Everybody\""
                                                        + " class=\"AddDeliveredToHeader\""))
                        .start()) {
            assertThat(tandem.ready().path("accounts")).hasSize(3);
            assertThat(tandem.log()).contains("operator.jar");
        }
    }

    private static String port(ServerSocket socket) {
        return Integer.toString(socket.getLocalPort());
    }

    /** One line on standard error, no stack trace, and the documented exit code. */
    private static void refused(Ended ended, int exitCode, String message) {
        assertThat(ended.err()).startsWith("tandem: ").contains(message);
        assertThat(ended.err().strip().lines()).hasSize(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.exitCode()).isEqualTo(exitCode);
    }
}
