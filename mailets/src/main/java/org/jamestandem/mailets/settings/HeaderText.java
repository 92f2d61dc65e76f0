package org.jamestandem.mailets.settings;

import java.io.UnsupportedEncodingException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import javax.mail.internet.MimeUtility;

/** Header lines as a person reads them. */
public final class HeaderText {
    private HeaderText() {}

    /**
     * Unfolded and decoded; as it stands when it cannot be decoded.
     *
     * @param raw the line's body; null, as Java Mail has it, for a line that is not there
     */
    public static String readable(String raw) {
        if (raw == null) {
            return "";
        }
        String unfolded = withRawUtf8(MimeUtility.unfold(raw));
        try {
            return MimeUtility.decodeText(unfolded).strip();
        } catch (UnsupportedEncodingException e) {
            return unfolded.strip();
        }
    }

    /** Header bytes arrive as one char each; senders also write bare UTF-8 (RFC 6532). */
    private static String withRawUtf8(String header) {
        if (!StandardCharsets.ISO_8859_1.newEncoder().canEncode(header)) {
            return header;
        }
        ByteBuffer bytes = ByteBuffer.wrap(header.getBytes(StandardCharsets.ISO_8859_1));
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            return header;
        }
    }
}
