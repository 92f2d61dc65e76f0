package org.jamestandem.mailets.hold;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret that signs (HMAC, RFC 2104, with SHA-256).
 *
 * @param secret {@value #OCTETS} random octets; read-only
 */
public record LinkKey(ByteBuffer secret) {
    static final int OCTETS = 32;

    private static final String ALGORITHM = "HmacSHA256";

    public LinkKey {
        if (secret.remaining() != OCTETS) {
            throw new IllegalArgumentException("a secret of " + secret.remaining() + " octets");
        }
        secret = secret.asReadOnlyBuffer();
    }

    /** A new one. */
    public static LinkKey random(SecureRandom random) {
        byte[] drawn = new byte[OCTETS];
        random.nextBytes(drawn);
        return new LinkKey(ByteBuffer.wrap(drawn));
    }

    byte[] sign(byte[] content) {
        byte[] octets = new byte[OCTETS];
        secret.duplicate().get(octets);
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(octets, ALGORITHM));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "LinkKey";
    }
}
