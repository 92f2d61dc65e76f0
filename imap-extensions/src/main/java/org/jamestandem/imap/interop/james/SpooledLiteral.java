package org.jamestandem.imap.interop.james;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.james.imap.message.Literal;

/** A literal too long for memory, in a file that is deleted when it is closed. Methods block. */
final class SpooledLiteral implements Literal, Closeable {
    private final Path file;
    private final long size;
    private long missing;

    private SpooledLiteral(Path file, long size) {
        this.file = file;
        this.size = size;
        this.missing = size;
    }

    static SpooledLiteral create(long size) {
        try {
            return new SpooledLiteral(Files.createTempFile("imap-literal", ".tmp"), size);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Octets that have not come yet. */
    long missing() {
        return missing;
    }

    void append(byte[] octets) {
        try {
            Files.write(file, octets, StandardOpenOption.APPEND);
            missing -= octets.length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return Files.newInputStream(file);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
