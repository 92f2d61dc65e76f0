package org.jamestandem.testkit.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ServerLoginTest {
    private final ServerLogin login =
            ServerLogin.plain("127.0.0.1", 1110, "anna@a.example", "secret");

    @Test
    void deviceStandsInTheLocalPart() {
        assertThat(login.withDevice("phone").user()).isEqualTo("anna+phone@a.example");
    }

    @Test
    void tlsHasANameAPortAndAnAuthorityOfItsOwn() {
        ServerLogin secure =
                login.withTls("localhost", 1995, Path.of("ca.pem")).withDevice("phone");

        assertThat(login.authority()).isEmpty();
        assertThat(secure.authority()).contains(Path.of("ca.pem"));
        assertThat(secure.host()).isEqualTo("localhost");
        assertThat(secure.port()).isEqualTo(1995);
    }
}
