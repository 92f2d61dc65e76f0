package org.jamestandem.imap.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;

/**
 * Octets to characters, for mail that may be wrong about its charset: a name that says nothing
 * means UTF-8 where the octets are that, and else Windows-1252, which has hardly a wrong octet.
 */
final class Charsets {
    private static final Charset FALLBACK = Charset.forName("windows-1252");

    private Charsets() {}

    /**
     * @param name as the mail gives it, or empty
     */
    static String decode(byte[] octets, String name) {
        Charset named = named(name);
        return named == null ? guessed(octets) : new String(octets, named);
    }

    /** UTF-8 if it is that, as header fields are meant to be (RFC 6532). */
    static String guessed(byte[] octets) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
        } catch (CharacterCodingException e) {
            return new String(octets, FALLBACK);
        }
    }

    /**
     * Null for a name that tells nothing: none, unknown, or US-ASCII, which mailers use for all.
     */
    private static Charset named(String name) {
        try {
            Charset charset = name.isBlank() ? null : Charset.forName(name.strip());
            return StandardCharsets.US_ASCII.equals(charset) ? null : charset;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }
}
