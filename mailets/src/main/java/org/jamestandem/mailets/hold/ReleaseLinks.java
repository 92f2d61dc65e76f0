package org.jamestandem.mailets.hold;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Signs tickets into the tokens of links, and reads them back. */
@Singleton
public final class ReleaseLinks {
    /** How long one secret signs. Its links hold for as long as they say. */
    static final Duration PERIOD = Duration.ofDays(30);

    private static final Logger LOGGER = LoggerFactory.getLogger(ReleaseLinks.class);
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();
    private static final int LONGEST = 2_000;

    private final LinkKeys keys;
    private final Clock clock;

    @Inject
    public ReleaseLinks(LinkKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** What signs with today's secret. */
    Mono<Function<Ticket, String>> signer() {
        return Mono.defer(
                () -> {
                    long period = clock.instant().getEpochSecond() / PERIOD.toSeconds();
                    return keys.drawn(period).map(key -> ticket -> signed(ticket, period, key));
                });
    }

    /** The ticket in a token; completes empty when it is forged, damaged or over. */
    public Mono<Ticket> read(String token) {
        return Mono.defer(() -> verified(token))
                .filter(ticket -> ticket.until().isAfter(clock.instant()))
                .onErrorResume(
                        IllegalArgumentException.class,
                        error -> {
                            LOGGER.debug("not a token", error);
                            return Mono.empty();
                        });
    }

    private Mono<Ticket> verified(String token) {
        int dot = token.indexOf('.');
        if (dot < 0 || token.length() > LONGEST) {
            return Mono.empty();
        }
        byte[] content = DECODER.decode(token.substring(0, dot));
        byte[] signature = DECODER.decode(token.substring(dot + 1));
        return keys.find(Ticket.period(content))
                .filter(key -> MessageDigest.isEqual(key.sign(content), signature))
                .map(key -> Ticket.read(content));
    }

    private static String signed(Ticket ticket, long period, LinkKey key) {
        byte[] content = ticket.octets(period);
        return ENCODER.encodeToString(content) + "." + ENCODER.encodeToString(key.sign(content));
    }
}
