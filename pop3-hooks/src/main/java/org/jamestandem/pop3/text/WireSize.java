package org.jamestandem.pop3.text;

import java.io.IOException;
import java.io.InputStream;

/**
 * The octets that RETR sends of a message, before a dot is put before a line that begins with one:
 * what LIST and STAT have to say (RFC 1939 §11, RFC 6856 §2.1).
 *
 * @param ascii to a client that takes ASCII alone
 * @param utf8 to a client that takes UTF-8
 */
public record WireSize(long ascii, long utf8) {
    private static final int CHUNK = 8192;

    /** What a client gets that takes headers in that form. */
    public long in(TextForm form) {
        return switch (form) {
            case ASCII -> ascii;
            case UTF8 -> utf8;
        };
    }

    /** Whether the mailbox's own size is right for everybody. */
    public boolean is(long storedOctets) {
        return ascii == storedOctets && utf8 == storedOctets;
    }

    /**
     * Reads a message to its end and counts.
     *
     * @param message as it is stored; closed in any case
     */
    public static WireSize of(InputStream message) throws IOException {
        try (AsciiHeader ascii = new AsciiHeader(message)) {
            Count count = new Count();
            byte[] chunk = new byte[CHUNK];
            for (int read = ascii.read(chunk); read >= 0; read = ascii.read(chunk)) {
                count.add(chunk, read);
            }
            long octets = count.end();
            return new WireSize(octets, octets - ascii.octetsAdded());
        }
    }

    /** Counts octets with CRLF at every line end. */
    private static final class Count {
        private long octets;
        private int last = '\n';

        void add(byte[] chunk, int length) {
            octets += length;
            for (int i = 0; i < length; i++) {
                if (chunk[i] == '\n' && last != '\r') {
                    octets++;
                }
                last = chunk[i];
            }
        }

        long end() {
            if (last == '\n') {
                return octets;
            }
            return last == '\r' ? octets + 1 : octets + 2;
        }
    }
}
