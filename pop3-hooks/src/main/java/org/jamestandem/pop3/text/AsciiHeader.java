package org.jamestandem.pop3.text;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/**
 * A message whose header says in ASCII what it said in UTF-8 (RFC 6856 §2.1, RFC 6858). A header in
 * ASCII, one that is not UTF-8, and one of more than a mebibyte stay as they are.
 */
public final class AsciiHeader extends InputStream {
    private static final int LONGEST = 1 << 20;
    private static final int CHUNK = 4096;

    private final InputStream message;
    private InputStream text;
    private long octetsAdded;

    /**
     * @param message as it is stored
     */
    public AsciiHeader(InputStream message) {
        this.message = message;
    }

    /** By how many octets this is longer than the message, line ends aside; once it was read. */
    long octetsAdded() {
        return octetsAdded;
    }

    @Override
    public int read() throws IOException {
        return text().read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        return text().read(target, offset, length);
    }

    @Override
    public void close() throws IOException {
        message.close();
    }

    private InputStream text() throws IOException {
        if (text == null) {
            text = opened();
        }
        return text;
    }

    private InputStream opened() throws IOException {
        ByteArrayOutputStream start = new ByteArrayOutputStream(CHUNK);
        int end = readHeader(start);
        byte[] read = start.toByteArray();
        HeaderText header = new HeaderText(read, end);
        if (end < 0 || header.isAscii()) {
            return joined(read);
        }
        byte[] ascii = header.inAscii();
        octetsAdded = ascii.length - header.octetsWithCrlf();
        ByteArrayOutputStream changed = new ByteArrayOutputStream(ascii.length + read.length - end);
        changed.write(ascii);
        changed.write(read, end, read.length - end);
        return joined(changed.toByteArray());
    }

    private InputStream joined(byte[] start) {
        return new SequenceInputStream(new ByteArrayInputStream(start), message);
    }

    /** Reads until the header is over; where it ends, or -1 when it is too long. */
    private int readHeader(ByteArrayOutputStream start) throws IOException {
        byte[] chunk = new byte[CHUNK];
        boolean lineIsEmpty = true;
        for (int read = message.read(chunk); read >= 0; read = message.read(chunk)) {
            for (int i = 0; i < read; i++) {
                if (chunk[i] == '\n') {
                    if (lineIsEmpty) {
                        int end = start.size() + i + 1;
                        start.write(chunk, 0, read);
                        return end;
                    }
                    lineIsEmpty = true;
                } else if (chunk[i] != '\r') {
                    lineIsEmpty = false;
                }
            }
            start.write(chunk, 0, read);
            if (start.size() > LONGEST) {
                return -1;
            }
        }
        return start.size();
    }
}
