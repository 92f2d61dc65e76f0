package org.jamestandem.benchmarks.client;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.jamestandem.benchmarks.measure.Recorder;

/** One POP3 connection (RFC 1939) that measures each command with its whole answer. */
public final class Pop3Client implements Closeable {
    private final Wire wire;
    private final Recorder recorder;

    private Pop3Client(Wire wire, Recorder recorder) {
        this.wire = wire;
        this.recorder = recorder;
    }

    /** Connects and reads the greeting. */
    public static Pop3Client connect(InetSocketAddress address, Recorder recorder)
            throws IOException {
        Wire wire = new Wire(address);
        wire.readLine();
        return new Pop3Client(wire, recorder);
    }

    /** USER and PASS; PASS opens the maildrop and is recorded by that name. */
    public Reply login(Account account) throws IOException {
        command("USER", "USER " + account.name());
        return command("PASS", "PASS " + account.password());
    }

    /** A command with an answer of one line. */
    public Reply command(String label, String text) throws IOException {
        return exchange(label, text, false);
    }

    /** A command whose answer, when it is a good one, ends with a line of a single dot. */
    public Reply multiline(String label, String text) throws IOException {
        return exchange(label, text, true);
    }

    private Reply exchange(String label, String text, boolean multiline) throws IOException {
        long before = wire.received();
        long start = System.nanoTime();
        try {
            wire.write(text).write("\r\n").flush();
            String status = wire.readLine();
            boolean ok = status.startsWith("+OK");
            List<String> lines = ok && multiline ? readLines() : List.of();
            recorder.record(label, ok, System.nanoTime() - start, status);
            return new Reply(ok, status, lines, wire.received() - before);
        } catch (IOException e) {
            recorder.record(label, false, System.nanoTime() - start, e.getMessage());
            throw e;
        }
    }

    private List<String> readLines() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = wire.readLine(); !line.equals("."); line = wire.readLine()) {
            lines.add(line);
        }
        return lines;
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}
