package org.jamestandem.pop3.session.james;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Objects;

/** Lines of US-ASCII, each ended by CRLF, made only when they are read. */
final class LineStream extends InputStream {
    private final Iterator<String> lines;
    private byte[] line = {};
    private int position;

    LineStream(Iterator<String> lines) {
        this.lines = lines;
    }

    @Override
    public int read() {
        return advance() ? line[position++] : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, target.length);
        int filled = 0;
        while (filled < length && advance()) {
            int part = Math.min(length - filled, line.length - position);
            System.arraycopy(line, position, target, offset + filled, part);
            position += part;
            filled += part;
        }
        return filled == 0 && length > 0 ? -1 : filled;
    }

    private boolean advance() {
        if (position == line.length && lines.hasNext()) {
            line = (lines.next() + "\r\n").getBytes(StandardCharsets.US_ASCII);
            position = 0;
        }
        return position < line.length;
    }
}
