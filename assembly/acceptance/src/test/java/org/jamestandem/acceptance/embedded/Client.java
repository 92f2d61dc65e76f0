package org.jamestandem.acceptance.embedded;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** A client that types lines and checks the server's certificate, its name included. */
final class Client implements Closeable {
    private static final int PATIENCE_MILLIS = 60_000;
    private static final int MOST_REPETITIONS = 20_000;

    private Socket socket;
    private BufferedReader in;
    private OutputStream out;

    private Client(Socket socket) throws IOException {
        use(socket);
    }

    static Client plain(int port) throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE_MILLIS);
        return new Client(socket);
    }

    static Client secure(int port, SSLContext trust, String host) throws IOException {
        return plain(port).startTls(trust, host);
    }

    /** Goes on in TLS, as the server named {@code host}. */
    Client startTls(SSLContext trust, String host) throws IOException {
        SSLSocket secured =
                (SSLSocket)
                        trust.getSocketFactory().createSocket(socket, host, socket.getPort(), true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        use(secured);
        return this;
    }

    private void use(Socket next) throws IOException {
        socket = next;
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
        out = socket.getOutputStream();
    }

    /** Sends a line and reads one. */
    String ask(String line) throws IOException {
        send(line);
        return read();
    }

    /** Sends a line and reads to the last line of the answer. */
    List<String> ask(String line, Predicate<String> last) throws IOException {
        send(line);
        return readTo(last);
    }

    /** Sends an SMTP command and reads its reply, all lines of it; returns the last. */
    String smtp(String line) throws IOException {
        List<String> reply = ask(line, Client::isLastOfReply);
        return reply.get(reply.size() - 1);
    }

    /** Sends an IMAP command; returns the untagged answers and the tagged one. */
    List<String> imap(String command) throws IOException {
        return ask("a1 " + command, line -> line.startsWith("a1 "));
    }

    void send(String line) throws IOException {
        out.write((line + "\r\n").getBytes(ISO_8859_1));
        out.flush();
    }

    /** Sends the same again and again, and succeeds once the server has closed the connection. */
    void sendUntilClosed(String first, String again) throws IOException {
        send(first);
        for (int i = 0; i < MOST_REPETITIONS; i++) {
            try {
                send(again);
            } catch (SocketException e) {
                return;
            }
        }
        throw new IOException("the server takes whatever comes");
    }

    String read() throws IOException {
        String line = in.readLine();
        if (line == null) {
            throw new IOException("the server hung up");
        }
        return line;
    }

    List<String> readTo(Predicate<String> last) throws IOException {
        List<String> lines = new ArrayList<>();
        do {
            lines.add(read());
        } while (!last.test(lines.get(lines.size() - 1)));
        return lines;
    }

    static boolean isLastOfReply(String line) {
        return line.length() < 4 || line.charAt(3) != '-';
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
