package org.jamestandem.distribution.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebadminAccessTest {
    @TempDir private Path data;

    @Test
    void tokenIsKeptAndAddressIsTodays() throws Exception {
        WebadminAccess first = WebadminAccess.provide(data, "http://127.0.0.1:8000");
        WebadminAccess second = WebadminAccess.provide(data, "http://127.0.0.1:8100");
        assertThat(second.token()).isEqualTo(first.token()).hasSizeGreaterThan(30);
        assertThat(data.resolve("webadmin.json")).content().contains("http://127.0.0.1:8100");
    }

    @Test
    void fileIsForTheOwnerOnly() throws Exception {
        WebadminAccess.provide(data, "http://127.0.0.1:8000");
        Path file = data.resolve("webadmin.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void twoDataFoldersHaveTwoTokens() throws Exception {
        Path other = Files.createDirectory(data.resolve("other"));
        assertThat(WebadminAccess.provide(data, "u").token())
                .isNotEqualTo(WebadminAccess.provide(other, "u").token());
    }

    @Test
    void textDoesNotGiveTheTokenAway() throws Exception {
        WebadminAccess access = WebadminAccess.provide(data, "http://127.0.0.1:8000");
        assertThat(access.toString()).doesNotContain(access.token());
    }
}
