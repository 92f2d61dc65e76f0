package org.jamestandem.testkit.transcript;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/** One client connection that reads whole lines, in IMAP with their literals. */
final class Connection implements Closeable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern LITERAL = Pattern.compile("\\{(\\d+)}$");

    private final Protocol protocol;
    private Socket socket;
    private InputStream in;

    private Connection(Protocol protocol, Socket socket) throws IOException {
        this.protocol = protocol;
        use(socket);
    }

    static Connection open(Protocol protocol, Endpoint endpoint, SSLContext tls)
            throws IOException {
        Socket socket = new Socket();
        socket.connect(
                new InetSocketAddress(endpoint.host(), endpoint.port()), (int) PATIENCE.toMillis());
        Connection connection = new Connection(protocol, socket);
        if (protocol.startsWithTls()) {
            connection.startTls(tls);
        }
        return connection;
    }

    Protocol protocol() {
        return protocol;
    }

    void startTls(SSLContext tls) throws IOException {
        use(
                tls.getSocketFactory()
                        .createSocket(
                                socket,
                                socket.getInetAddress().getHostName(),
                                socket.getPort(),
                                true));
    }

    private void use(Socket next) throws IOException {
        socket = next;
        socket.setSoTimeout((int) PATIENCE.toMillis());
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    void send(byte[] octets) throws IOException {
        socket.getOutputStream().write(octets);
        socket.getOutputStream().flush();
    }

    /**
     * The next line without its last CRLF.
     *
     * @throws EOFException when the server closed the connection
     */
    String readLine() throws IOException {
        StringBuilder line = new StringBuilder(readPhysicalLine());
        Matcher literal = LITERAL.matcher(line);
        while (protocol.isImap() && literal.find()) {
            line.append("\r\n").append(readLiteral(Integer.parseInt(literal.group(1))));
            line.append(readPhysicalLine());
            literal = LITERAL.matcher(line);
        }
        return line.toString();
    }

    /** Whether octets wait that nobody asked for. */
    boolean hasUnreadOctets() throws IOException {
        return in.available() > 0;
    }

    private String readPhysicalLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new EOFException("the server closed the connection");
            }
            line.write(octet);
        }
        String text = line.toString(UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private String readLiteral(int length) throws IOException {
        byte[] literal = in.readNBytes(length);
        if (literal.length < length) {
            throw new EOFException("the server closed the connection inside a literal");
        }
        return new String(literal, UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
