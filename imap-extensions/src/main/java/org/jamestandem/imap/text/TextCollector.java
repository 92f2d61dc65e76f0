package org.jamestandem.imap.text;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/** Puts a {@link MessageText} together from what a parser comes across in one message. */
final class TextCollector {
    private static final int MOST_OCTETS_A_CHARACTER = 4;

    private final TextLimits limits;
    private final AttachmentReader attachmentReader;

    private final List<HeaderLine> header = new ArrayList<>();
    private final Map<AddressField, List<Passage>> addresses = new EnumMap<>(AddressField.class);
    private final List<Passage> body = new ArrayList<>();
    private final List<AttachmentText> attachments = new ArrayList<>();
    private Optional<LocalDate> sent = Optional.empty();
    private Completeness completeness = Completeness.WHOLE;

    private boolean inOwnHeader = true;
    private boolean inMessageHeader = true;
    private Part part = new Part();
    private int depth;
    private int parts;
    private int fields;
    private int characters;

    /** What the header of the part at hand says. */
    private static final class Part {
        private Optional<String> fileName = Optional.empty();
        private boolean isAttachment;
    }

    TextCollector(TextLimits limits, AttachmentReader attachmentReader) {
        this.limits = limits;
        this.attachmentReader = attachmentReader;
    }

    /** Until the header of the message itself ends. */
    boolean inOwnHeader() {
        return inOwnHeader;
    }

    /** Whether a limit is reached, so that nothing more would be taken. */
    boolean isFull() {
        return parts > limits.parts() || fields > limits.fields();
    }

    /** Something is missing from here on. */
    void cut() {
        completeness = inOwnHeader ? Completeness.HEADER_CUT : completeness.orBodyCut();
    }

    MessageText text() {
        return new MessageText(header, addresses, body, attachments, sent, completeness);
    }

    void take(EntityState state, MimeTokenStream tokens) throws IOException {
        switch (state) {
            case T_START_HEADER -> part = new Part();
            case T_FIELD -> field(tokens.getField());
            case T_END_HEADER -> {
                inOwnHeader = false;
                inMessageHeader = false;
                parts++;
            }
            case T_START_MESSAGE -> {
                attachedMessage();
                inMessageHeader = true;
                deeper(tokens);
            }
            case T_START_MULTIPART -> deeper(tokens);
            case T_END_MESSAGE, T_END_MULTIPART -> shallower(tokens);
            case T_BODY -> body(tokens);
            default -> {}
        }
    }

    /** Beyond the depth allowed, parts are taken as they are, without looking for parts in them. */
    private void deeper(MimeTokenStream tokens) {
        depth++;
        if (depth > limits.depth()) {
            tokens.setRecursionMode(RecursionMode.M_FLAT);
            cut();
        }
    }

    private void shallower(MimeTokenStream tokens) {
        depth--;
        if (depth == limits.depth()) {
            tokens.setRecursionMode(RecursionMode.M_RECURSE);
        }
    }

    private void attachedMessage() {
        if (!inOwnHeader) {
            part.fileName.ifPresent(this::passage);
            attachments.add(attachment(Optional.empty()));
        }
    }

    private void field(Field field) {
        fields++;
        String name = field.getName();
        if (inOwnHeader) {
            own(name, HeaderFields.value(field));
        } else if (inMessageHeader) {
            passage(name + ": " + EncodedWords.decode(HeaderFields.value(field)));
        }
        if (name.equalsIgnoreCase("Content-Disposition")) {
            part.isAttachment =
                    HeaderFields.value(field).toLowerCase(Locale.ROOT).startsWith("attachment");
            HeaderFields.parameter(field, "filename").ifPresent(file -> named(part, file));
        } else if (name.equalsIgnoreCase("Content-Type") && part.fileName.isEmpty()) {
            HeaderFields.parameter(field, "name").ifPresent(file -> named(part, file));
        }
    }

    private static void named(Part part, String fileName) {
        part.fileName = Optional.of(fileName);
    }

    private void own(String name, String value) {
        String decoded = EncodedWords.decode(value);
        if (!takes(name.length() + decoded.length())) {
            return;
        }
        header.add(HeaderLine.of(name, decoded));
        AddressField.named(name).ifPresent(field -> addresses(field, value, decoded));
        if (name.equalsIgnoreCase("Date") && sent.isEmpty()) {
            sent = SentDay.in(value);
        }
    }

    private void addresses(AddressField field, String value, String decoded) {
        HeaderFields.addresses(value)
                .filter(written -> !written.equals(decoded) && takes(written.length()))
                .map(Passage::of)
                .ifPresent(
                        passage ->
                                addresses
                                        .computeIfAbsent(field, any -> new ArrayList<>())
                                        .add(passage));
    }

    private void body(MimeTokenStream tokens) throws IOException {
        BodyDescriptor type = tokens.getBodyDescriptor();
        part.fileName.ifPresent(this::passage);
        boolean readable =
                type.getMediaType().equalsIgnoreCase("text")
                        || type.getMediaType().equalsIgnoreCase("message");
        if (readable) {
            Optional<String> text = text(type, tokens.getDecodedInputStream());
            text.ifPresent(this::passage);
            if (isFile()) {
                attachments.add(attachment(text));
            }
        } else if (!type.getMediaType().equalsIgnoreCase("multipart")) {
            attachments.add(attachment(file(type, tokens.getDecodedInputStream())));
        }
    }

    private boolean isFile() {
        return part.isAttachment || part.fileName.isPresent();
    }

    private AttachmentText attachment(Optional<String> text) {
        return new AttachmentText(part.fileName.map(Passage::of), text.map(Passage::of));
    }

    /**
     * Empty, and the body counts as cut, when there are more octets than a text within the limit
     * has: what the first ones say alone may not be what they say in the whole.
     */
    private Optional<String> text(BodyDescriptor type, InputStream content) throws IOException {
        int most = MOST_OCTETS_A_CHARACTER * limits.characters();
        byte[] octets = content.readNBytes(most + 1);
        if (octets.length > most) {
            cut();
            return Optional.empty();
        }
        String charset = Optional.ofNullable(type.getCharset()).orElse("");
        String text = Charsets.decode(octets, charset);
        return Optional.of(
                type.getMimeType().equalsIgnoreCase("text/html") ? HtmlText.of(text) : text);
    }

    private Optional<String> file(BodyDescriptor type, InputStream content) throws IOException {
        return attachmentReader
                .read(content, type.getMimeType().toLowerCase(Locale.ROOT))
                .map(text -> text.substring(0, room(text.length())))
                .filter(text -> takes(text.length()));
    }

    private void passage(String text) {
        String taken = text.substring(0, room(text.length()));
        takes(text.length());
        if (!taken.isEmpty()) {
            body.add(Passage.of(taken));
        }
    }

    private int room(int wanted) {
        return Math.min(wanted, Math.max(0, limits.characters() - characters));
    }

    /** Counts characters; false, and the text is cut, when they are more than there is room for. */
    private boolean takes(int wanted) {
        boolean fits = wanted <= limits.characters() - characters;
        characters += room(wanted);
        if (!fits) {
            cut();
        }
        return fits;
    }
}
