package org.jamestandem.testkit.transcript;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.util.Base64;

/** A connection with what was said on it, and the few commands the runner itself needs. */
final class Session implements Closeable {
    private static final byte[] CRLF = {'\r', '\n'};

    private final String name;
    private final Connection connection;
    private final Dialogue dialogue;

    Session(String name, Connection connection, Dialogue dialogue) {
        this.name = name;
        this.connection = connection;
        this.dialogue = dialogue;
    }

    String name() {
        return name;
    }

    Connection connection() {
        return connection;
    }

    void send(byte[] line) throws IOException {
        dialogue.sent(name, line);
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        octets.writeBytes(line);
        octets.writeBytes(CRLF);
        connection.send(octets.toByteArray());
    }

    String readLine() throws IOException {
        String line = connection.readLine();
        dialogue.received(name, line);
        return line;
    }

    /** Reads the greeting and logs in. */
    void logIn(Account account) throws IOException {
        Protocol protocol = connection.protocol();
        if (protocol.isPop3()) {
            await("\\+OK.*");
            command("USER " + account.loginName(), "\\+OK.*");
            command("PASS " + account.password(), "\\+OK.*");
        } else if (protocol.isImap()) {
            await("\\* (OK|PREAUTH).*");
            imap("LOGIN " + quoted(account.loginName()) + " " + quoted(account.password()));
        } else {
            await("220 .*");
            command("EHLO transcript.example", "250 .*");
            String plain = "\0" + account.loginName() + "\0" + account.password();
            command(
                    "AUTH PLAIN " + Base64.getEncoder().encodeToString(plain.getBytes(UTF_8)),
                    "235 .*");
        }
    }

    /** Stores a message; IMAP only. The mailbox is created when it is missing. */
    void append(String mailbox, byte[] message) throws IOException {
        if (!mailbox.equals("INBOX")) {
            send(("t CREATE " + quoted(mailbox)).getBytes(UTF_8));
            await("t (OK|NO).*");
        }
        send(("t APPEND " + quoted(mailbox) + " {" + message.length + "}").getBytes(UTF_8));
        await("\\+.*");
        send(message);
        await("t OK.*");
    }

    private void imap(String command) throws IOException {
        command("t " + command, "t OK.*");
    }

    private void command(String command, String answer) throws IOException {
        send(command.getBytes(UTF_8));
        await(answer);
    }

    private void await(String answer) throws IOException {
        String line = readLine();
        while (!line.matches("(?s)" + answer)) {
            if (line.matches("(?s)(-ERR|t (NO|BAD)|[45]\\d\\d ).*")) {
                throw new IOException("refused, expected " + answer + ": " + line);
            }
            line = readLine();
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
