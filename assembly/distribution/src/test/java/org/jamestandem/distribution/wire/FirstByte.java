package org.jamestandem.distribution.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A port that takes one byte of the first client and hangs up on all. */
public final class FirstByte implements AutoCloseable {
    /** The first byte of a TLS connection: a handshake record (RFC 8446 §5.1). */
    public static final int TLS = 22;

    private final ServerSocket listener;
    private final CompletableFuture<Integer> first = new CompletableFuture<>();

    public FirstByte() throws IOException {
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread taker = new Thread(this::take, "first-byte");
        taker.setDaemon(true);
        taker.start();
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** What came first; waits for it. */
    public int get() throws Exception {
        return first.get(30, TimeUnit.SECONDS);
    }

    private void take() {
        while (!listener.isClosed()) {
            try (Socket client = listener.accept()) {
                first.complete(client.getInputStream().read());
            } catch (IOException e) {
                first.completeExceptionally(e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
