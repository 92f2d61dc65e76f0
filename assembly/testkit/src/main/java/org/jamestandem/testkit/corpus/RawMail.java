package org.jamestandem.testkit.corpus;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The octets of a message. */
public final class RawMail {
    private final byte[] octets;

    public RawMail(byte[] octets) {
        this.octets = octets.clone();
    }

    /** A message given with bare line feeds, in UTF-8. */
    public static RawMail of(String text) {
        return new RawMail(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    public InputStream open() {
        return new ByteArrayInputStream(octets);
    }

    public byte[] octets() {
        return octets.clone();
    }

    public int size() {
        return octets.length;
    }

    /** One character an octet. */
    @Override
    public String toString() {
        return new String(octets, StandardCharsets.ISO_8859_1);
    }
}
