package org.jamestandem.pop3.session.james;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/**
 * A multi-line answer as it goes over the wire (RFC 1939 §3): first line, text, and the dot that
 * ends it. Netty asks {@link #available} how much to write at once: a stream that says nothing
 * about it is sent octet by octet, and one that promises octets it has not is never over. So a
 * piece is read before it is promised.
 */
final class AnswerText extends InputStream {
    private static final int PIECE = 8192;

    private final InputStream text;
    private final Iterator<InputStream> parts;
    private final byte[] piece = new byte[PIECE];
    private InputStream part;
    private int position;
    private int limit;

    AnswerText(String firstLine, InputStream text) {
        this.text = text;
        this.parts = List.of(ascii(firstLine + "\r\n"), text, ascii(".\r\n")).iterator();
        this.part = parts.next();
    }

    @Override
    public int read() throws IOException {
        return available() > 0 ? piece[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        int there = available();
        if (there == 0 && length > 0) {
            return -1;
        }
        int read = Math.min(length, there);
        System.arraycopy(piece, position, target, offset, read);
        position += read;
        return read;
    }

    /** How much is left of this piece; 0 at the end. */
    @Override
    public int available() throws IOException {
        if (position == limit) {
            position = 0;
            limit = nextPiece();
        }
        return limit - position;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    private int nextPiece() throws IOException {
        int filled = 0;
        while (filled < PIECE) {
            int read = part.read(piece, filled, PIECE - filled);
            if (read >= 0) {
                filled += read;
            } else if (parts.hasNext()) {
                part = parts.next();
            } else {
                return filled;
            }
        }
        return filled;
    }

    private static InputStream ascii(String octets) {
        return new ByteArrayInputStream(octets.getBytes(StandardCharsets.US_ASCII));
    }
}
