package org.jamestandem.pop3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A POP3 client that shows every line as it comes. */
public final class Pop3Connection implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;
    private final BufferedReader reader;
    private final String greeting;

    Pop3Connection(int port) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(PATIENCE_MILLIS);
            reader =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.ISO_8859_1));
            greeting = reader.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first line that the server sent. */
    public String greeting() {
        return greeting;
    }

    /** Sends lines at once, without waiting for an answer. */
    public void send(String... lines) {
        try {
            String text = String.join("\r\n", lines) + "\r\n";
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next line; null when the server has closed the connection. */
    public String line() {
        try {
            return reader.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a line has come that was not read yet. */
    public boolean hasLine() {
        try {
            return reader.ready();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one line that answers a command. */
    public String answer(String command) {
        send(command);
        return line();
    }

    /** The answer to a command that must succeed. */
    public String ok(String command) {
        String answer = answer(command);
        assertThat(answer).as(command).startsWith("+OK");
        return answer;
    }

    /** The lines after {@code +OK}, without the last dot and the dots that were stuffed in. */
    public List<String> lines(String command) {
        ok(command);
        return restOfAnswer();
    }

    /** The lines up to the dot. */
    public List<String> restOfAnswer() {
        List<String> lines = new ArrayList<>();
        for (String line = line(); !line.equals("."); line = line()) {
            lines.add(line.startsWith(".") ? line.substring(1) : line);
        }
        return lines;
    }

    /** Drops the connection. */
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
