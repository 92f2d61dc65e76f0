package org.jamestandem.imap.text;

/**
 * Where reading a message stops, so that a hostile one costs no more than a large one.
 *
 * @param depth multiparts and messages inside each other
 * @param parts of all depths
 * @param fields in the headers of all depths
 * @param characters of text, all passages together
 */
public record TextLimits(int depth, int parts, int fields, int characters) {
    /** More than any mail that people write. */
    public static final TextLimits GENEROUS = new TextLimits(50, 10_000, 20_000, 64 << 20);

    public TextLimits {
        if (depth < 1 || parts < 1 || fields < 1 || characters < 1) {
            throw new IllegalArgumentException("limits start at 1");
        }
    }

    /** These limits with another bound for the text. */
    public TextLimits withCharacters(int bound) {
        return new TextLimits(depth, parts, fields, bound);
    }
}
