package org.jamestandem.distribution.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jamestandem.distribution.configuration.PrivateFiles;

/**
 * The generated certificates of one data folder: made at the first start, kept afterwards.
 *
 * <p>{@code ca.pem} is what a mail client is told to trust. {@code server.pem} (with {@code ca.pem}
 * after it) and {@code server.key} are what the listeners present. A server certificate that is
 * about to expire, or that lacks one of the names, is made anew by the same authority; one that
 * somebody else issued is never touched.
 */
public final class Certificates {
    private static final Duration RENEWED_BEFORE_END = Duration.ofDays(30);

    private final Path folder;
    private final Clock clock;
    private final Set<String> names;

    /**
     * @param folder created when it is not there
     * @param names host names and addresses that clients connect to
     */
    public Certificates(Path folder, Clock clock, Collection<String> names) {
        this.folder = folder;
        this.clock = clock;
        this.names = Set.copyOf(names);
    }

    /** The authority's certificate. */
    public Path authority() {
        return folder.resolve("ca.pem");
    }

    /** Makes what is missing or no longer fit. */
    public void provide() throws IOException, GeneralSecurityException {
        Files.createDirectories(folder);
        Authority authority = readOrMakeAuthority();
        if (!Files.exists(serverCertificate()) || !Files.exists(serverKey()) || unfit(authority)) {
            KeyPair keys = Authority.newKeys();
            X509Certificate server = authority.issue(keys.getPublic(), names, clock.instant());
            PrivateFiles.write(serverKey(), Pem.of(keys));
            PrivateFiles.writeReadable(
                    serverCertificate(), Pem.of(server, authority.certificate()));
        }
    }

    private Authority readOrMakeAuthority() throws IOException, GeneralSecurityException {
        if (Files.exists(authority()) && Files.exists(authorityKey())) {
            return new Authority(Pem.certificate(authority()), Pem.privateKey(authorityKey()));
        }
        KeyPair keys = Authority.newKeys();
        Authority made = Authority.selfSigned(keys, clock.instant());
        PrivateFiles.write(authorityKey(), Pem.of(keys));
        PrivateFiles.writeReadable(authority(), Pem.of(made.certificate()));
        return made;
    }

    private boolean unfit(Authority authority) throws IOException, GeneralSecurityException {
        X509Certificate server = Pem.certificate(serverCertificate());
        if (!authority.issued(server)) {
            return false;
        }
        Instant renewal = server.getNotAfter().toInstant().minus(RENEWED_BEFORE_END);
        return !clock.instant().isBefore(renewal) || !namesOf(server).containsAll(names);
    }

    private static Set<String> namesOf(X509Certificate certificate)
            throws GeneralSecurityException {
        Set<String> found = new HashSet<>();
        Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
        if (alternatives != null) {
            alternatives.forEach(alternative -> found.add(alternative.get(1).toString()));
        }
        return found;
    }

    private Path authorityKey() {
        return folder.resolve("ca.key");
    }

    private Path serverCertificate() {
        return folder.resolve("server.pem");
    }

    private Path serverKey() {
        return folder.resolve("server.key");
    }
}
