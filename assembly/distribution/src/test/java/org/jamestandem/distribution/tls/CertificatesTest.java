package org.jamestandem.distribution.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificatesTest {
    private static final Instant TODAY = Instant.parse("2026-11-23T10:00:00Z");
    private static final Set<String> NAMES =
            Set.of("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1", "mail.example");

    @TempDir private Path data;

    @Test
    void serverCertificateIsSignedByTheAuthorityAndCarriesEveryName() throws Exception {
        provide(TODAY, NAMES);
        X509Certificate authority = Pem.certificate(data.resolve("tls/ca.pem"));
        X509Certificate server = server();
        server.verify(authority.getPublicKey());
        assertThat(authority.getBasicConstraints()).isZero();
        assertThat(server.getBasicConstraints()).isEqualTo(-1);
        assertThat(server.getSubjectAlternativeNames())
                .extracting(name -> name.get(1).toString())
                .containsExactlyInAnyOrderElementsOf(NAMES);
    }

    @Test
    void secondStartChangesNothing() throws Exception {
        provide(TODAY, NAMES);
        String before = files();
        provide(TODAY.plus(Duration.ofDays(300)), NAMES);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void keysAreForTheOwnerOnly() throws Exception {
        provide(TODAY, NAMES);
        for (String key : Set.of("ca.key", "server.key")) {
            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(
                                            data.resolve("tls").resolve(key))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void certificateNearItsEndIsRenewedByTheSameAuthority() throws Exception {
        provide(TODAY, NAMES);
        String authority = Files.readString(data.resolve("tls/ca.pem"));
        X509Certificate first = server();
        provide(TODAY.plus(Duration.ofDays(380)), NAMES);
        assertThat(Files.readString(data.resolve("tls/ca.pem"))).isEqualTo(authority);
        assertThat(server().getNotAfter()).isAfter(first.getNotAfter());
    }

    @Test
    void newHostNameIsTakenIntoANewCertificate() throws Exception {
        provide(TODAY, Set.of("localhost"));
        provide(TODAY, Set.of("localhost", "other.example"));
        assertThat(server().getSubjectAlternativeNames())
                .extracting(name -> name.get(1).toString())
                .contains("other.example");
    }

    @Test
    void certificateOfSomebodyElseIsLeftAlone() throws Exception {
        provide(TODAY, NAMES);
        KeyPair keys = Authority.newKeys();
        Authority other = Authority.selfSigned(keys, TODAY);
        String foreign = Pem.of(other.issue(keys.getPublic(), Set.of("www.example"), TODAY));
        Files.writeString(data.resolve("tls/server.pem"), foreign);
        provide(TODAY.plus(Duration.ofDays(1000)), NAMES);
        assertThat(data.resolve("tls/server.pem")).hasContent(foreign);
    }

    private void provide(Instant now, Set<String> names) throws Exception {
        new Certificates(data.resolve("tls"), Clock.fixed(now, ZoneOffset.UTC), names).provide();
    }

    private X509Certificate server() throws Exception {
        return Pem.certificate(data.resolve("tls/server.pem"));
    }

    private String files() throws Exception {
        StringBuilder all = new StringBuilder();
        for (String name : new String[] {"ca.pem", "ca.key", "server.pem", "server.key"}) {
            all.append(Files.readString(data.resolve("tls").resolve(name)));
        }
        return all.toString();
    }
}
