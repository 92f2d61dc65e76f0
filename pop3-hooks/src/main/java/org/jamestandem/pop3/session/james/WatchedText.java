package org.jamestandem.pop3.session.james;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** Tells once when the text behind it cannot be read. */
final class WatchedText extends FilterInputStream {
    private final Consumer<IOException> onFailure;
    private boolean failed;

    WatchedText(InputStream text, Consumer<IOException> onFailure) {
        super(text);
        this.onFailure = onFailure;
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (IOException e) {
            throw told(e);
        }
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            return super.read(target, offset, length);
        } catch (IOException e) {
            throw told(e);
        }
    }

    private IOException told(IOException error) {
        if (!failed) {
            failed = true;
            onFailure.accept(error);
        }
        return error;
    }
}
