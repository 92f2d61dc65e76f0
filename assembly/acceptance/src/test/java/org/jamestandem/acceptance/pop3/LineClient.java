package org.jamestandem.acceptance.pop3;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jamestandem.testkit.james.James;
import org.jamestandem.testkit.james.Tandem;

/** Lines to a server and back; the greeting has been read. */
final class LineClient implements Closeable {
    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket;
    private final BufferedReader in;

    private LineClient(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
    }

    static LineClient to(James james, James.Listener listener) {
        return to(james, james.port(listener));
    }

    /** Where users of this server hand in mail. */
    static LineClient toSubmission(James james) {
        return to(
                james,
                james instanceof Tandem tandem
                        ? tandem.port("submission")
                        : james.port(James.Listener.SMTP));
    }

    private static LineClient to(James james, int port) {
        try {
            Socket socket = new Socket();
            socket.connect(new InetSocketAddress(james.host(), port), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            LineClient client = new LineClient(socket);
            client.line();
            return client;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends these lines in one go. */
    void send(String... lines) {
        try {
            socket.getOutputStream()
                    .write((String.join("\r\n", lines) + "\r\n").getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next line; null when the server has closed the connection. */
    String line() {
        try {
            return in.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a line has come already. */
    boolean hasLine() {
        try {
            return in.ready();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a line and reads one. */
    String ask(String line) {
        send(line);
        return line();
    }

    /** A POP3 command that must succeed. */
    String ok(String command) {
        return expect(command, ask(command), "+OK");
    }

    /** A POP3 command that must succeed with several lines: those, without the dot. */
    List<String> list(String command) {
        ok(command);
        List<String> lines = linesTo("."::equals);
        return lines.subList(0, lines.size() - 1);
    }

    /** An IMAP command that must succeed: its answers. */
    List<String> imap(String command) {
        send("a " + command);
        List<String> lines = linesTo(line -> line.startsWith("a "));
        expect(command, lines.get(lines.size() - 1), "a OK");
        return lines;
    }

    /** An SMTP command: the last line of its reply. */
    String smtp(String command) {
        send(command);
        List<String> lines = linesTo(line -> line.length() < 4 || line.charAt(3) != '-');
        return lines.get(lines.size() - 1);
    }

    private List<String> linesTo(Predicate<String> last) {
        List<String> lines = new ArrayList<>();
        do {
            String line = line();
            if (line == null) {
                throw new IllegalStateException("the server hung up after " + lines);
            }
            lines.add(line);
        } while (!last.test(lines.get(lines.size() - 1)));
        return lines;
    }

    private static String expect(String command, String answer, String start) {
        if (answer == null || !answer.startsWith(start)) {
            throw new IllegalStateException(command + ": " + answer);
        }
        return answer;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
