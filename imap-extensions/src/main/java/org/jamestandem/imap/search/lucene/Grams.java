package org.jamestandem.imap.search.lucene;

import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jamestandem.imap.text.Casemap;

/**
 * The grams of texts: at every character the three that start there, as one term, at consecutive
 * positions. Each text is followed by two terminators, so that one starts at its last characters,
 * too. A string of three characters or more stands in a text exactly where its grams stand in a
 * row; a shorter one exactly where a gram starts with it.
 */
final class Grams extends TokenStream {
    /** Characters in a gram. */
    static final int LENGTH = 3;

    /** Stands after the last character of a text. */
    private static final int TERMINATOR = Casemap.RESERVED;

    /** More than a phrase without holes can bridge. */
    private static final int GAP_BETWEEN_TEXTS = 2 * LENGTH;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment =
            addAttribute(PositionIncrementAttribute.class);

    private final List<Marked> texts;
    private Iterator<Marked> waiting;
    private String mark = "";
    private int[] characters = {};
    private int next;
    private boolean first;

    /** A text whose grams all start with a mark. */
    record Marked(String mark, String text) {}

    Grams(List<Marked> texts) {
        this.texts = List.copyOf(texts);
        this.waiting = this.texts.iterator();
    }

    @Override
    public void reset() {
        waiting = texts.iterator();
        characters = new int[0];
        next = 0;
    }

    @Override
    public boolean incrementToken() {
        while (next + LENGTH > characters.length) {
            if (!waiting.hasNext()) {
                return false;
            }
            open(waiting.next());
        }
        clearAttributes();
        increment.setPositionIncrement(first ? GAP_BETWEEN_TEXTS : 1);
        first = false;
        term.append(mark);
        for (int i = 0; i < LENGTH; i++) {
            append(characters[next + i]);
        }
        next++;
        return true;
    }

    private void open(Marked text) {
        mark = text.mark();
        characters = terminated(text.text());
        next = 0;
        first = true;
    }

    private void append(int character) {
        if (Character.isBmpCodePoint(character)) {
            term.append((char) character);
        } else {
            term.append(Character.highSurrogate(character))
                    .append(Character.lowSurrogate(character));
        }
    }

    private static int[] terminated(String text) {
        int[] characters = new int[text.codePointCount(0, text.length()) + LENGTH - 1];
        int count = 0;
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            characters[count++] = text.codePointAt(i);
        }
        while (count < characters.length) {
            characters[count++] = TERMINATOR;
        }
        return characters;
    }
}
