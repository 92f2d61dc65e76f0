package org.jamestandem.pop3.session.james;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * A message as RFC 1939 §3 sends it: every line, also the last, ends with CRLF, and a line that
 * begins with a dot begins with two. The dot that ends the answer is not part of it.
 */
final class WireText extends InputStream {
    private static final int CHUNK = 8192;
    private static final int NOTHING = -1;

    private final InputStream source;
    private final byte[] in = new byte[CHUNK];
    private final byte[] out = new byte[2 * CHUNK + 2];
    private int position;
    private int limit;
    private int last = '\n';
    private boolean ended;

    WireText(InputStream source) {
        this.source = source;
    }

    @Override
    public int read() throws IOException {
        return fill() ? out[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int part = Math.min(length, limit - position);
        System.arraycopy(out, position, target, offset, part);
        position += part;
        return part;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    private boolean fill() throws IOException {
        while (position == limit && !ended) {
            position = 0;
            limit = 0;
            int length = source.read(in, 0, CHUNK);
            if (length == NOTHING) {
                end();
            } else {
                convert(length);
            }
        }
        return position < limit;
    }

    private void convert(int length) {
        for (int i = 0; i < length; i++) {
            byte octet = in[i];
            if (octet == '\n' && last != '\r') {
                put('\r');
            }
            if (octet == '.' && last == '\n') {
                put('.');
            }
            put(octet);
            last = octet;
        }
    }

    private void end() {
        ended = true;
        if (last == '\n') {
            return;
        }
        if (last != '\r') {
            put('\r');
        }
        put('\n');
    }

    private void put(int octet) {
        out[limit++] = (byte) octet;
    }
}
