package org.jamestandem.imap.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * All that can be searched in a message.
 *
 * @param header its own fields, in their order
 * @param addresses the address fields once more, each address written as {@code Name
 *     <local@domain>}, where that is not how it stands in the header
 * @param body texts, nested messages with their headers, and names of attachments, in their order
 * @param attachments files
 * @param sent the day in the Date field, as it stands there whatever the zone
 * @param completeness what a limit or a broken structure cut off
 */
public record MessageText(
        List<HeaderLine> header,
        Map<AddressField, List<Passage>> addresses,
        List<Passage> body,
        List<AttachmentText> attachments,
        Optional<LocalDate> sent,
        Completeness completeness) {
    public MessageText {
        header = List.copyOf(header);
        addresses = Map.copyOf(addresses);
        body = List.copyOf(body);
        attachments = List.copyOf(attachments);
    }

    /** The values of a field. */
    public Stream<Passage> values(String lowerCaseName) {
        return header.stream()
                .filter(line -> line.name().equals(lowerCaseName))
                .map(HeaderLine::value);
    }

    /**
     * The same with no more than that many characters of the body, and of files. Whole passages
     * that are too long are left out; then the body counts as cut.
     */
    public MessageText upTo(int characters) {
        List<Passage> texts = fitting(body, characters, MessageText::length);
        List<AttachmentText> files = fitting(attachments, characters, MessageText::length);
        boolean whole = texts.size() == body.size() && files.size() == attachments.size();
        return whole
                ? this
                : new MessageText(header, addresses, texts, files, sent, completeness.orBodyCut());
    }

    private static <T> List<T> fitting(List<T> texts, int characters, ToIntFunction<T> length) {
        List<T> fitting = new ArrayList<>();
        int room = characters;
        for (T text : texts) {
            if (length.applyAsInt(text) <= room) {
                room -= length.applyAsInt(text);
                fitting.add(text);
            }
        }
        return fitting;
    }

    private static int length(Passage passage) {
        return passage.text().length();
    }

    private static int length(AttachmentText file) {
        return file.text().map(MessageText::length).orElse(0);
    }
}
