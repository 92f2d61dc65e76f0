package org.jamestandem.benchmarks.client;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import jdk.net.ExtendedSocketOptions;

/** A plain connection, read by lines and by counted octets. */
final class Wire implements Closeable {
    private static final int CONNECT_LIMIT_MILLIS = 10_000;

    /** Longer than any single command may take on a slow machine. */
    private static final int READ_LIMIT_MILLIS = 300_000;

    private static final int BUFFER = 64 * 1024;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private long received;

    Wire(InetSocketAddress address) throws IOException {
        socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(READ_LIMIT_MILLIS);
        socket.connect(address, CONNECT_LIMIT_MILLIS);
        in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        out = new BufferedOutputStream(socket.getOutputStream(), BUFFER);
    }

    /**
     * The next line without its end, one character an octet.
     *
     * @throws EOFException when the server has closed the connection
     */
    String readLine() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new EOFException("the server closed the connection");
            }
            line.append((char) octet);
        }
        received += line.length() + 1L;
        int end = line.length() - 1;
        return end >= 0 && line.charAt(end) == '\r' ? line.substring(0, end) : line.toString();
    }

    void skip(long octets) throws IOException {
        in.skipNBytes(octets);
        received += octets;
    }

    /** Octets read so far. */
    long received() {
        return received;
    }

    Wire write(String text) throws IOException {
        return write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    Wire write(byte[] octets) throws IOException {
        out.write(octets);
        return this;
    }

    /**
     * Sends what was written. Asks the system to acknowledge at once what comes in: else a server
     * that waits for it (Nagle's algorithm) would be measured with 40 ms that a network has not.
     */
    void flush() throws IOException {
        out.flush();
        if (socket.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK)) {
            socket.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
