package org.jamestandem.testkit.james;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Random;

/** An offset that moves every port of the distribution to one nobody listens on. */
final class PortOffset {
    private static final List<Integer> BASE_PORTS =
            List.of(1024, 1025, 1110, 1143, 1465, 1587, 1993, 1995, 4190, 8000);

    /** Below the ports that the system gives to clients. */
    private static final int LEAST = 9_000;

    private static final int MOST = 24_000;
    private static final int ATTEMPTS = 100;

    private PortOffset() {}

    static int free() {
        Random random = new Random();
        for (int i = 0; i < ATTEMPTS; i++) {
            int offset = LEAST + random.nextInt(MOST - LEAST);
            if (BASE_PORTS.stream().allMatch(port -> isFree(port + offset))) {
                return offset;
            }
        }
        throw new IllegalStateException("no offset leads to free ports");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
