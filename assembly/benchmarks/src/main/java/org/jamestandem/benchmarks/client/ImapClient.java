package org.jamestandem.benchmarks.client;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jamestandem.benchmarks.measure.Recorder;

/**
 * One IMAP connection (RFC 3501) that measures each command from its first octet sent to the last
 * one of its answer. It understands no more of the answers than where they end.
 */
public final class ImapClient implements Closeable {
    private static final Pattern LITERAL = Pattern.compile("\\{(\\d+)}$");
    private static final Pattern EXISTS = Pattern.compile("\\* (\\d+) EXISTS");

    private final Wire wire;
    private final Recorder recorder;
    private int tags;

    private ImapClient(Wire wire, Recorder recorder) {
        this.wire = wire;
        this.recorder = recorder;
    }

    /** Connects and reads the greeting. */
    public static ImapClient connect(InetSocketAddress address, Recorder recorder)
            throws IOException {
        Wire wire = new Wire(address);
        wire.readLine();
        return new ImapClient(wire, recorder);
    }

    /** Logs in; recorded as {@code LOGIN}. */
    public Reply login(Account account) throws IOException {
        return command("LOGIN", "LOGIN \"" + account.name() + "\" \"" + account.password() + "\"");
    }

    /** One command, recorded under its own text. */
    public Reply command(String text) throws IOException {
        return command(text, text);
    }

    /** One command, recorded under a label. */
    public Reply command(String label, String text) throws IOException {
        String tag = nextTag();
        long start = System.nanoTime();
        wire.write(tag).write(" ").write(text).write("\r\n").flush();
        return await(label, tag, start);
    }

    /** APPEND with a non-synchronising literal (RFC 7888). */
    public Reply append(String label, String mailbox, byte[] message) throws IOException {
        String tag = nextTag();
        String command = "%s APPEND %s {%d+}\r\n".formatted(tag, mailbox, message.length);
        long start = System.nanoTime();
        wire.write(command).write(message).write("\r\n").flush();
        return await(label, tag, start);
    }

    /** How many messages the answer to a SELECT or STATUS-like command told of; 0 when of none. */
    public static int exists(Reply reply) {
        return reply.lines().stream()
                .map(EXISTS::matcher)
                .filter(Matcher::matches)
                .mapToInt(match -> Integer.parseInt(match.group(1)))
                .reduce(0, (first, second) -> second);
    }

    private Reply await(String label, String tag, long start) throws IOException {
        long before = wire.received();
        List<String> lines = new ArrayList<>();
        try {
            String line = readLogicalLine();
            while (!line.startsWith(tag + " ")) {
                lines.add(line);
                line = readLogicalLine();
            }
            String status = line.substring(tag.length() + 1);
            boolean ok = status.toUpperCase(Locale.ROOT).startsWith("OK");
            recorder.record(label, ok, System.nanoTime() - start, status);
            return new Reply(ok, status, lines, wire.received() - before);
        } catch (IOException e) {
            recorder.record(label, false, System.nanoTime() - start, e.getMessage());
            throw e;
        }
    }

    /** A line and, when it ends in a literal, what follows the literal. */
    private String readLogicalLine() throws IOException {
        String line = wire.readLine();
        Matcher literal = LITERAL.matcher(line);
        if (!literal.find()) {
            return line;
        }
        wire.skip(Long.parseLong(literal.group(1)));
        return line + readLogicalLine();
    }

    private String nextTag() {
        tags++;
        return "a" + tags;
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}
