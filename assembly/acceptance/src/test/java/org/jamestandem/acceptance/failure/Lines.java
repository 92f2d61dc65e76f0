package org.jamestandem.acceptance.failure;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jamestandem.testkit.james.James;

/** A connection on which lines go to and fro, until somebody kills the other end. */
final class Lines implements Closeable {
    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket;
    private final BufferedReader in;

    private Lines(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
    }

    static Lines to(James node, James.Listener listener) throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(node.host(), node.port(listener)), PATIENCE_MILLIS);
        socket.setSoTimeout(PATIENCE_MILLIS);
        Lines lines = new Lines(socket);
        lines.read();
        return lines;
    }

    static Lines imap(James node, String user) throws IOException {
        Lines imap = to(node, James.Listener.IMAP);
        imap.imap("LOGIN " + user + " secret");
        return imap;
    }

    /**
     * An IMAP command.
     *
     * @return its answer
     * @throws IOException when it was not answered with OK
     */
    List<String> imap(String command) throws IOException {
        return imapRaw("a " + command + "\r\n");
    }

    /** APPEND to INBOX. */
    void append(String mail) throws IOException {
        imapRaw("a APPEND INBOX {" + mail.length() + "+}\r\n" + mail + "\r\n");
    }

    private List<String> imapRaw(String text) throws IOException {
        send(text);
        List<String> answer = until(line -> line.startsWith("a "));
        require(answer.get(answer.size() - 1), "a OK");
        return answer;
    }

    /** One line there and one reply back that must begin so. */
    String ask(String line, String expected) throws IOException {
        send(line + "\r\n");
        List<String> reply = until(last -> last.length() < 4 || last.charAt(3) != '-');
        return require(reply.get(reply.size() - 1), expected);
    }

    private static String require(String line, String start) throws IOException {
        if (!line.startsWith(start)) {
            throw new IOException("expected " + start + ", heard " + line);
        }
        return line;
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
    }

    List<String> until(Predicate<String> last) throws IOException {
        List<String> lines = new ArrayList<>();
        do {
            lines.add(read());
        } while (!last.test(lines.get(lines.size() - 1)));
        return lines;
    }

    private String read() throws IOException {
        String line = in.readLine();
        if (line == null) {
            throw new EOFException("the server is gone");
        }
        return line;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
