package org.jamestandem.pop3.session.james;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Tells how much of the text behind it is read. */
final class CountedText extends FilterInputStream {
    private final LongConsumer octets;

    CountedText(InputStream text, LongConsumer octets) {
        super(text);
        this.octets = octets;
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        if (octet >= 0) {
            octets.accept(1);
        }
        return octet;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        if (read > 0) {
            octets.accept(read);
        }
        return read;
    }
}
