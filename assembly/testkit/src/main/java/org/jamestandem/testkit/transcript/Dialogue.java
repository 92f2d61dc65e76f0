package org.jamestandem.testkit.transcript;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What was said so far, for failure messages. */
final class Dialogue {
    private final StringBuilder text = new StringBuilder();

    void sent(String session, byte[] octets) {
        append(session, "C: ", new String(octets, UTF_8));
    }

    void received(String session, String line) {
        append(session, "S: ", line);
    }

    void note(String session, String what) {
        append(session, "-- ", what + " --");
    }

    private void append(String session, String prefix, String line) {
        text.append("    [").append(session).append("] ").append(prefix);
        text.append(line.replace("\r\n", "\n       ")).append('\n');
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
