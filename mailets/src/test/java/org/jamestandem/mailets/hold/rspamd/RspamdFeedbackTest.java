package org.jamestandem.mailets.hold.rspamd;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javax.mail.internet.MimeMessage;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RspamdFeedbackTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final List<String> learned = new CopyOnWriteArrayList<>();
    private final CountDownLatch gate = new CountDownLatch(1);
    private HttpServer rspamd;
    private RspamdFeedback feedback;

    @BeforeEach
    void start() throws Exception {
        rspamd = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        rspamd.setExecutor(Executors.newCachedThreadPool());
        rspamd.createContext(
                "/learnham",
                exchange -> {
                    String body =
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8);
                    learned.add(
                            exchange.getRequestMethod()
                                    + " "
                                    + exchange.getRequestHeaders().getFirst("Password")
                                    + " "
                                    + body);
                    if (body.contains("slow")) {
                        awaitGate();
                    }
                    exchange.sendResponseHeaders(body.contains("bad") ? 500 : 200, -1);
                    exchange.close();
                });
        rspamd.start();
        feedback =
                new RspamdFeedback(
                        URI.create(
                                "http://127.0.0.1:" + rspamd.getAddress().getPort() + "/learnham"),
                        Optional.of("secret"));
    }

    @AfterEach
    void stop() {
        gate.countDown();
        rspamd.stop(0);
    }

    private void awaitGate() {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static MimeMessage message(String subject) throws Exception {
        return new MimeMessage(
                null,
                new ByteArrayInputStream(
                        ("Subject: " + subject + "\r\n\r\nText\r\n")
                                .getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void rspamdGetsTheWholeMessageWithThePassword() throws Exception {
        feedback.notSpam(message("m1"));
        Awaitility.await()
                .atMost(LIMIT)
                .untilAsserted(
                        () ->
                                assertThat(learned)
                                        .containsExactly(
                                                "POST secret Subject: m1\r\n\r\nText\r\n"));
    }

    @Test
    void anRspamdThatHangsHoldsNobodyUpAndGetsABoundedNumber() throws Exception {
        for (int i = 0; i < 3 * RspamdFeedback.AT_ONCE; i++) {
            feedback.notSpam(message("slow"));
        }
        Awaitility.await()
                .atMost(LIMIT)
                .untilAsserted(() -> assertThat(learned).hasSize(RspamdFeedback.AT_ONCE));
        gate.countDown();
        Awaitility.await()
                .atMost(LIMIT)
                .untilAsserted(
                        () -> {
                            feedback.notSpam(message("later"));
                            assertThat(learned).anyMatch(one -> one.contains("later"));
                        });
    }

    @Test
    void refusalsAndBrokenConnectionsAreOnlyLogged() throws Exception {
        for (int i = 0; i < 2 * RspamdFeedback.AT_ONCE; i++) {
            feedback.notSpam(message("bad"));
        }
        rspamd.stop(0);
        feedback.notSpam(message("nobody there"));
        assertThat(learned).noneMatch(one -> one.contains("nobody there"));
    }

    @Test
    void aHugeMessageIsNotSent() throws Exception {
        feedback.notSpam(message("x".repeat(10) + "\r\n\r\n" + "y".repeat(RspamdFeedback.LARGEST)));
        feedback.notSpam(message("m2"));
        Awaitility.await().atMost(LIMIT).untilAsserted(() -> assertThat(learned).hasSize(1));
        assertThat(learned.get(0)).contains("m2");
    }
}
