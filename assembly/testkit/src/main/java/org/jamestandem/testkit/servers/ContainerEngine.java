package org.jamestandem.testkit.servers;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Asks a container engine, without a library and without noise, whether it is there and which
 * images it holds. Knows {@code DOCKER_HOST} ({@code unix://} and {@code tcp://} without TLS) and
 * the usual sockets.
 */
final class ContainerEngine {
    private final SocketAddress address;

    private ContainerEngine(SocketAddress address) {
        this.address = address;
    }

    /** The engine that answers, if any. */
    static Optional<ContainerEngine> find() {
        return candidates().stream()
                .map(ContainerEngine::new)
                .filter(engine -> engine.answersOk("/_ping"))
                .findFirst();
    }

    boolean holds(String image) {
        return answersOk("/images/" + image + "/json");
    }

    private static List<SocketAddress> candidates() {
        String host = System.getenv("DOCKER_HOST");
        if (host != null) {
            return fromUri(URI.create(host)).stream().toList();
        }
        List<SocketAddress> sockets = new ArrayList<>();
        for (Path socket :
                List.of(
                        Path.of("/var/run/docker.sock"),
                        Path.of(
                                Objects.requireNonNullElse(System.getenv("XDG_RUNTIME_DIR"), "/"),
                                "docker.sock"),
                        Path.of(System.getProperty("user.home"), ".docker/run/docker.sock"),
                        Path.of(System.getProperty("user.home"), ".docker/desktop/docker.sock"))) {
            if (Files.exists(socket)) {
                sockets.add(UnixDomainSocketAddress.of(socket));
            }
        }
        return sockets;
    }

    private static Optional<SocketAddress> fromUri(URI host) {
        if ("unix".equals(host.getScheme())) {
            return Optional.of(UnixDomainSocketAddress.of(host.getPath()));
        }
        return "tcp".equals(host.getScheme()) && System.getenv("DOCKER_TLS_VERIFY") == null
                ? Optional.of(new InetSocketAddress(host.getHost(), host.getPort()))
                : Optional.empty();
    }

    private boolean answersOk(String path) {
        String request = "GET " + path + " HTTP/1.0\r\nHost: engine\r\n\r\n";
        try (SocketChannel channel = open()) {
            channel.connect(address);
            channel.write(ByteBuffer.wrap(request.getBytes(US_ASCII)));
            InputStream in = Channels.newInputStream(channel);
            return new String(in.readNBytes("HTTP/1.0 200".length()), US_ASCII).endsWith(" 200");
        } catch (IOException e) {
            return false;
        }
    }

    private SocketChannel open() throws IOException {
        return address instanceof UnixDomainSocketAddress
                ? SocketChannel.open(StandardProtocolFamily.UNIX)
                : SocketChannel.open();
    }
}
