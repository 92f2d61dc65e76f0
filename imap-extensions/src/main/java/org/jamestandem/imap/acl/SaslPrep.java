package org.jamestandem.imap.acl;

import java.text.Normalizer;

/**
 * The "SASLprep" profile of stringprep (RFC 4013), which RFC 4314 §3 asks for on identifiers. Code
 * points are judged by this Java's Unicode tables, so what a later Unicode added is accepted too.
 */
final class SaslPrep {
    private SaslPrep() {}

    /**
     * @throws InvalidIdentifier when the text has a prohibited character, mixes writing directions,
     *     or is empty once prepared
     */
    static String prepare(String text) {
        String normal = Normalizer.normalize(mapped(text), Normalizer.Form.NFKC);
        if (normal.isEmpty()) {
            throw new InvalidIdentifier("The identifier is empty");
        }
        if (normal.codePoints().anyMatch(SaslPrep::prohibited)) {
            throw new InvalidIdentifier("The identifier has a character that is not allowed");
        }
        if (mixesDirections(normal)) {
            throw new InvalidIdentifier("The identifier mixes writing directions");
        }
        return normal;
    }

    private static String mapped(String text) {
        StringBuilder mapped = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> !mappedToNothing(c))
                .map(c -> Character.getType(c) == Character.SPACE_SEPARATOR ? ' ' : c)
                .forEach(mapped::appendCodePoint);
        return mapped.toString();
    }

    /** RFC 3454 table B.1. */
    private static boolean mappedToNothing(int c) {
        return c == 0x00AD
                || c == 0x034F
                || c == 0x1806
                || (c >= 0x180B && c <= 0x180D)
                || (c >= 0x200B && c <= 0x200D)
                || c == 0x2060
                || (c >= 0xFE00 && c <= 0xFE0F)
                || c == 0xFEFF;
    }

    /** RFC 3454 tables C.2 to C.9 and A.1, by general category. */
    private static boolean prohibited(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            default -> (c >= 0x2FF0 && c <= 0x2FFB) || (c >= 0xFFF9 && c <= 0xFFFD);
        };
    }

    /** RFC 3454 §6. */
    private static boolean mixesDirections(String text) {
        boolean rightToLeft = text.codePoints().anyMatch(SaslPrep::rightToLeft);
        boolean leftToRight =
                text.codePoints()
                        .anyMatch(
                                c ->
                                        Character.getDirectionality(c)
                                                == Character.DIRECTIONALITY_LEFT_TO_RIGHT);
        boolean framed =
                rightToLeft(text.codePointAt(0))
                        && rightToLeft(text.codePointBefore(text.length()));
        return rightToLeft && (leftToRight || !framed);
    }

    private static boolean rightToLeft(int c) {
        byte direction = Character.getDirectionality(c);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}
