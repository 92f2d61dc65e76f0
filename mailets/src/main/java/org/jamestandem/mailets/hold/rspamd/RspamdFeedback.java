package org.jamestandem.mailets.hold.rspamd;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.mail.MessagingException;
import javax.mail.internet.MimeMessage;
import org.jamestandem.mailets.hold.Feedback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Posts the message to rspamd's {@code /learnham}. What cannot be told is left out: a message above
 * {@value #LARGEST} octets, one too many at once, or an rspamd that does not answer.
 */
public final class RspamdFeedback implements Feedback {
    static final int LARGEST = 4 * 1024 * 1024;
    static final int AT_ONCE = 8;

    private static final Logger LOGGER = LoggerFactory.getLogger(RspamdFeedback.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI learn;
    private final Optional<String> password;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .build();

    /**
     * @param learn the whole URL
     * @param password sent as {@code Password}, when there is one
     */
    public RspamdFeedback(URI learn, Optional<String> password) {
        this.learn = learn;
        this.password = password;
    }

    @Override
    public void notSpam(MimeMessage message) {
        if (!free.tryAcquire()) {
            LOGGER.warn("rspamd does not learn of a message: {} are under way", AT_ONCE);
            return;
        }
        Mono.fromCallable(() -> request(octets(message)))
                .flatMap(
                        request ->
                                Mono.fromCompletionStage(
                                        () -> client.sendAsync(request, BodyHandlers.ofString())))
                .doFinally(end -> free.release())
                .subscribe(
                        this::answered,
                        error ->
                                LOGGER.warn(
                                        "rspamd at {} does not learn of a message", learn, error));
    }

    private HttpRequest request(byte[] octets) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(learn)
                        .timeout(PATIENCE)
                        .POST(BodyPublishers.ofByteArray(octets));
        password.ifPresent(secret -> request.header("Password", secret));
        return request.build();
    }

    private void answered(HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 2) {
            LOGGER.warn("rspamd at {} refuses to learn: {}", learn, answer.statusCode());
        }
    }

    private static byte[] octets(MimeMessage message) throws IOException, MessagingException {
        if (message.getSize() > LARGEST) {
            throw new IOException("a message of " + message.getSize() + " octets");
        }
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        message.writeTo(octets);
        return octets.toByteArray();
    }
}
