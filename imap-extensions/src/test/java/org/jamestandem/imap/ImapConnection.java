package org.jamestandem.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** A plain IMAP connection: lines out, lines in, literals kept inside their line. */
public final class ImapConnection implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Socket socket;
    private InputStream in;
    private int commands;

    /** Connects to this machine and reads the greeting. */
    public ImapConnection(int port) throws IOException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout((int) PATIENCE.toMillis());
        this.in = new BufferedInputStream(socket.getInputStream());
        assertThat(line()).startsWith("* OK");
    }

    /** Sends a command and returns every line up to and with its tagged one. */
    public List<String> send(String command) throws IOException {
        String tag = "a" + ++commands;
        write(tag + " " + command + "\r\n");
        return until(tag + " ");
    }

    /** As {@link #send}, and the command must succeed. Returns the untagged lines. */
    public List<String> ok(String command) throws IOException {
        List<String> lines = send(command);
        String last = lines.get(lines.size() - 1);
        assertThat(last).as(command).startsWith("a" + commands + " OK");
        return lines.subList(0, lines.size() - 1);
    }

    /** As {@link #send}; returns what the tagged line says after the tag. */
    public String result(String command) throws IOException {
        List<String> lines = send(command);
        return lines.get(lines.size() - 1).substring(("a" + commands + " ").length());
    }

    /** Goes on under TLS, once the server has agreed to; any certificate will do. */
    public void startTls() throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new AnyCertificate()}, null);
        SSLSocket secure =
                (SSLSocket)
                        context.getSocketFactory()
                                .createSocket(socket, "localhost", socket.getPort(), true);
        secure.startHandshake();
        socket = secure;
        in = new BufferedInputStream(secure.getInputStream());
    }

    private static final class AnyCertificate implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    /** Appends a message given with bare line feeds. */
    public void append(String mailbox, String arguments, String message) throws IOException {
        byte[] bytes = message.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        ok("APPEND " + mailbox + " " + arguments + "{" + bytes.length + "+}\r\n" + text);
    }

    /** Lines up to and with the first that starts so. */
    public List<String> until(String start) throws IOException {
        List<String> lines = new ArrayList<>();
        do {
            lines.add(line());
        } while (!lines.get(lines.size() - 1).startsWith(start));
        return lines;
    }

    /** Everything up to the end of the connection. */
    public String rest() throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    /** Sends octets as they are, one per char. */
    public void write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** One line without its end; a literal and what follows it belong to the line. */
    public String line() throws IOException {
        StringBuilder line = new StringBuilder(bareLine());
        while (line.toString().matches("(?s).*\\{\\d+}")) {
            int size =
                    Integer.parseInt(line.substring(line.lastIndexOf("{") + 1, line.length() - 1));
            line.append("\r\n")
                    .append(new String(in.readNBytes(size), StandardCharsets.ISO_8859_1))
                    .append(bareLine());
        }
        return line.toString();
    }

    private String bareLine() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("connection closed after: " + bytes);
            }
            bytes.write(next);
        }
        return bytes.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
