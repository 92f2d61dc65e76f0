package org.jamestandem.pop3.session.james;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The beginning of a message: its header, the empty line, and some lines of its body. */
final class TopText extends FilterInputStream {
    private final long bodyLines;
    private boolean lineIsEmpty = true;
    private boolean inBody;
    private long linesSent;

    TopText(InputStream message, long bodyLines) {
        super(message);
        this.bodyLines = bodyLines;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) == -1 ? -1 : one[0] & 0xFF;
    }

    /** May read more of the message than it passes on; nothing is passed on after that. */
    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (inBody && linesSent >= bodyLines) {
            return -1;
        }
        int read = super.read(target, offset, length);
        for (int i = 0; i < read; i++) {
            if (isLastOctet(target[offset + i])) {
                return i + 1;
            }
        }
        return read;
    }

    private boolean isLastOctet(byte octet) {
        if (octet == '\n') {
            if (inBody) {
                linesSent++;
            } else if (lineIsEmpty) {
                inBody = true;
            }
            lineIsEmpty = true;
            return inBody && linesSent >= bodyLines;
        }
        if (octet != '\r') {
            lineIsEmpty = false;
        }
        return false;
    }
}
