package org.jamestandem.imap.text;

import java.io.IOException;
import java.io.InputStream;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/**
 * Reads {@link MessageText}. Whatever is wrong with a message costs no more than what stands at
 * that place.
 */
public final class MessageReader {
    private static final MimeConfig LENIENT =
            new MimeConfig.Builder()
                    .setMaxLineLen(-1)
                    .setMaxHeaderLen(-1)
                    .setMaxHeaderCount(-1)
                    .setMaxContentLen(-1)
                    .setStrictParsing(false)
                    .build();

    private final TextLimits limits;
    private final AttachmentReader attachments;

    /** Reads no files and stops only at {@link TextLimits#GENEROUS}. */
    public MessageReader() {
        this(TextLimits.GENEROUS, AttachmentReader.NONE);
    }

    public MessageReader(TextLimits limits, AttachmentReader attachments) {
        this.limits = limits;
        this.attachments = attachments;
    }

    /**
     * @param message closed by the caller
     * @throws IOException when the stream breaks; what it holds never fails
     */
    public MessageText read(InputStream message) throws IOException {
        return read(message, true);
    }

    /**
     * The text of the header alone.
     *
     * @param message or its header; closed by the caller
     * @throws IOException when the stream breaks; what it holds never fails
     */
    public MessageText readHeader(InputStream message) throws IOException {
        return read(message, false);
    }

    private MessageText read(InputStream message, boolean body) throws IOException {
        TextCollector collector = new TextCollector(limits, attachments);
        MimeTokenStream tokens = new MimeTokenStream(LENIENT, DecodeMonitor.SILENT, null, null);
        tokens.setRecursionMode(RecursionMode.M_RECURSE);
        tokens.parse(message);
        try {
            for (EntityState state = tokens.getState();
                    state != EntityState.T_END_OF_STREAM && (body || collector.inOwnHeader());
                    state = tokens.next()) {
                collector.take(state, tokens);
                if (collector.isFull()) {
                    collector.cut();
                    break;
                }
            }
        } catch (MimeException e) {
            collector.cut();
        }
        return collector.text();
    }
}
