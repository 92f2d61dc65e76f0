package org.jamestandem.distribution.ready;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.jamestandem.distribution.listeners.Listener;
import org.jamestandem.distribution.listeners.Listeners;
import org.jamestandem.distribution.listeners.Service;
import org.jamestandem.distribution.samples.SampleAccount;
import org.jamestandem.distribution.webadmin.WebadminAccess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadyFileTest {
    private static final Listeners LISTENERS =
            new Listeners(
                    List.of(
                            new Listener(Service.IMAP, "0.0.0.0", 1143),
                            new Listener(Service.WEBADMIN, "127.0.0.1", 8000)));
    private static final WebadminAccess ACCESS =
            new WebadminAccess("http://127.0.0.1:8000", "secret");

    @TempDir private Path folder;

    @Test
    void oldFileIsGoneBeforeTheServerIsReady() throws Exception {
        Path file = Files.writeString(folder.resolve("ready"), "{}");
        try (ReadyFile opened = new ReadyFile(file)) {
            assertThat(file).doesNotExist();
        }
    }

    @Test
    void wildcardAddressIsGivenAsLoopback() throws Exception {
        assertThat(written().path("imap").path("host").asText()).isEqualTo("127.0.0.1");
    }

    @Test
    void serviceThatDoesNotListenIsNotThere() throws Exception {
        assertThat(written().has("pop3")).isFalse();
    }

    @Test
    void everythingElseIsInPlace() throws Exception {
        JsonNode ready = written();
        assertThat(ready.path("pid").asLong()).isEqualTo(ProcessHandle.current().pid());
        assertThat(ready.path("imap").path("port").asInt()).isEqualTo(1143);
        assertThat(ready.path("webadmin").path("token").asText()).isEqualTo("secret");
        assertThat(ready.path("tls").path("certificate").asText()).isEqualTo("/somewhere/ca.pem");
        assertThat(ready.path("accounts").get(0).path("user").asText()).isEqualTo("anna@a.example");
    }

    @Test
    void fileIsForTheOwnerOnlyAndGoesAtTheEnd() throws Exception {
        Path file = folder.resolve("ready");
        try (ReadyFile opened = new ReadyFile(file)) {
            write(opened);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(folder).isDirectoryNotContaining("glob:**.new");
        }
        assertThat(file).doesNotExist();
    }

    private JsonNode written() throws Exception {
        Path file = folder.resolve("ready");
        try (ReadyFile opened = new ReadyFile(file)) {
            write(opened);
            return new ObjectMapper().readTree(file.toFile());
        }
    }

    private static void write(ReadyFile file) throws Exception {
        file.write(
                LISTENERS,
                ACCESS,
                Path.of("/somewhere/ca.pem"),
                List.of(new SampleAccount("anna@a.example", "p", "hide")));
    }
}
