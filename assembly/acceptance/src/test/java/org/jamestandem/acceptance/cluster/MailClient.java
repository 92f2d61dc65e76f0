package org.jamestandem.acceptance.cluster;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import org.jamestandem.testkit.james.James.Listener;
import org.jamestandem.testkit.james.Tandem;

/** Lines to a server and back. */
final class MailClient implements Closeable {
    private static final int PATIENCE_MILLIS = 60_000;

    private Socket socket;
    private BufferedReader in;

    private MailClient(Socket socket) throws IOException {
        use(socket);
    }

    private void use(Socket next) throws IOException {
        socket = next;
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
    }

    static MailClient plain(int port) throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE_MILLIS);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return new MailClient(socket);
    }

    /** Logged in. */
    static MailClient imap(Tandem node, ClusterTest.Mailbox mailbox) throws IOException {
        MailClient client = plain(node.port(Listener.IMAP));
        client.readTo("* OK");
        client.command("LOGIN " + mailbox.user() + " " + ClusterTest.Mailbox.PASSWORD);
        return client;
    }

    /** An IMAP command that must succeed; returns its answers. */
    List<String> command(String command) throws IOException {
        send("a " + command);
        List<String> answers = readWhile(line -> !line.startsWith("a "));
        String last = answers.get(answers.size() - 1);
        if (!last.startsWith("a OK")) {
            throw new IOException(command + ": " + last);
        }
        return answers;
    }

    /** An IMAP command, whatever becomes of it; its tagged answer. */
    String answer(String command) throws IOException {
        send("a " + command);
        List<String> answers = readWhile(line -> !line.startsWith("a "));
        return answers.get(answers.size() - 1);
    }

    void idle() throws IOException {
        send("a IDLE");
        readTo("+");
    }

    void startTls(SSLContext trust) throws IOException {
        Socket secured =
                trust.getSocketFactory().createSocket(socket, "localhost", socket.getPort(), true);
        use(secured);
    }

    /** Sends a line and reads its answer, which must begin so. */
    void say(String line, String expected) throws IOException {
        send(line);
        String answer = read();
        if (!answer.startsWith(expected)) {
            throw new IOException(line + ": " + answer);
        }
    }

    /** Reads to a line with that text in it. */
    List<String> readTo(String text) throws IOException {
        return readWhile(line -> !line.contains(text));
    }

    private List<String> readWhile(Predicate<String> more) throws IOException {
        List<String> lines = new ArrayList<>();
        do {
            lines.add(read());
        } while (more.test(lines.get(lines.size() - 1)));
        return lines;
    }

    void send(String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
    }

    private String read() throws IOException {
        String line = in.readLine();
        if (line == null) {
            throw new IOException("the server hung up");
        }
        return line;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
