package org.jamestandem.distribution.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jamestandem.distribution.listeners.Listener;

/**
 * A line by line talk with a listener of this machine. Every answer is awaited for a while only.
 */
public final class Conversation implements Closeable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    private Conversation(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    /**
     * Connects, and starts TLS where the service begins with it.
     *
     * @throws IOException when nobody answers
     */
    public static Conversation with(Listener listener) throws IOException {
        InetSocketAddress address = listener.reachable().address();
        Socket socket = new Socket();
        try {
            socket.connect(address, Math.toIntExact(PATIENCE.toMillis()));
            socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
            if (listener.proxied()) {
                announce(socket);
            }
            return new Conversation(
                    listener.service().implicitTls() ? secured(socket, address) : socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** As a balancer does (PROXY protocol, version 1). */
    private static void announce(Socket socket) throws IOException {
        String header =
                "PROXY TCP4 127.0.0.1 127.0.0.1 %d %d\r\n"
                        .formatted(socket.getLocalPort(), socket.getPort());
        socket.getOutputStream().write(header.getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
    }

    private static Socket secured(Socket plain, InetSocketAddress address) throws IOException {
        SSLSocketFactory factory = AnyCertificate.socketFactory();
        SSLSocket secured =
                (SSLSocket)
                        factory.createSocket(
                                plain, address.getHostString(), address.getPort(), true);
        secured.startHandshake();
        return secured;
    }

    /** Sends one line. */
    public Conversation say(String line) throws IOException {
        return sendRaw((line + "\r\n").getBytes(ISO_8859_1));
    }

    /** Sends bytes as they are. */
    public Conversation sendRaw(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
        return this;
    }

    /**
     * Reads to the first line that is an end.
     *
     * @return every line read, the last one included
     */
    public List<String> until(Predicate<String> end) throws IOException {
        List<String> lines = new ArrayList<>();
        do {
            lines.add(line());
        } while (!end.test(lines.get(lines.size() - 1)));
        return lines;
    }

    /**
     * Reads one answer of POP3, or the greeting of any of our protocols.
     *
     * @throws IOException when it does not start so
     */
    public String expect(String start) throws IOException {
        String line = line();
        if (!line.startsWith(start)) {
            throw new IOException("expected " + start + ", heard " + line);
        }
        return line;
    }

    /** Reads one SMTP or LMTP reply, of several lines perhaps (RFC 5321 §4.2.1). */
    public String expectReply(String code) throws IOException {
        List<String> lines = until(line -> line.length() < 4 || line.charAt(3) != '-');
        String last = lines.get(lines.size() - 1);
        if (!last.startsWith(code)) {
            throw new IOException("expected " + code + ", heard " + last);
        }
        return last;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new EOFException("the server hung up");
            }
            line.write(octet);
        }
        return line.toString(ISO_8859_1).stripTrailing();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
