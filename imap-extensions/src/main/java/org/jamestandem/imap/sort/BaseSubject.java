package org.jamestandem.imap.sort;

/**
 * Base subject (RFC 5256 §2.1): what is left of a subject without the marks of replies, forwards
 * and lists. Takes time linear in the length of the subject.
 */
public final class BaseSubject {
    private static final String FORWARD_HEADER = "[fwd:";
    private static final String FORWARD_TRAILER = "]";
    private static final String FORWARDED = "(fwd)";

    private final String text;
    private int start;
    private int end;
    private boolean marked;

    private BaseSubject(String text) {
        this.text = text;
        this.end = text.length();
    }

    /**
     * @param subject without encoded-words: they are decoded already
     */
    public static String of(String subject) {
        return new BaseSubject(singleSpaced(subject)).extract();
    }

    /**
     * Whether the subject is that of a reply or a forward: whether marks of these are removed from
     * it (RFC 5256 §3, REFERENCES).
     *
     * @param subject without encoded-words: they are decoded already
     */
    public static boolean isReplyOrForward(String subject) {
        BaseSubject base = new BaseSubject(singleSpaced(subject));
        base.extract();
        return base.marked;
    }

    /** Step 1, after decoding: tabs and line ends become spaces, several spaces become one. */
    private static String singleSpaced(String subject) {
        return subject.replaceAll("[ \t\r\n]+", " ");
    }

    private String extract() {
        do {
            removeTrailers();
            removeLeadersAndBlobs();
        } while (unwrapForward());
        return text.substring(start, end);
    }

    /** Step 2: {@code subj-trailer}. */
    private void removeTrailers() {
        while (start < end) {
            if (text.charAt(end - 1) == ' ') {
                end--;
            } else if (matches(FORWARDED, end - FORWARDED.length())) {
                end -= FORWARDED.length();
                marked = true;
            } else {
                return;
            }
        }
    }

    /** Steps 3 to 5: {@code subj-leader}, and {@code subj-blob} where something follows it. */
    private void removeLeadersAndBlobs() {
        while (start < end) {
            int afterSpaces = skipSpaces(start);
            int lastBlob = afterSpaces;
            int afterBlobs = afterSpaces;
            for (int next = afterBlob(afterBlobs); next > afterBlobs; next = afterBlob(next)) {
                lastBlob = afterBlobs;
                afterBlobs = next;
            }
            int afterMark = afterReplyMark(afterBlobs);
            if (afterMark > afterBlobs) {
                start = afterMark;
                marked = true;
            } else {
                start = afterBlobs < end ? afterBlobs : lastBlob;
                return;
            }
        }
    }

    /** Step 6: {@code subj-fwd}. */
    private boolean unwrapForward() {
        boolean wrapped =
                end - start >= FORWARD_HEADER.length() + FORWARD_TRAILER.length()
                        && matches(FORWARD_HEADER, start)
                        && matches(FORWARD_TRAILER, end - FORWARD_TRAILER.length());
        if (wrapped) {
            marked = true;
            start += FORWARD_HEADER.length();
            end -= FORWARD_TRAILER.length();
        }
        return wrapped;
    }

    /** Where the {@code subj-refwd} at that place ends; the place itself when there is none. */
    private int afterReplyMark(int from) {
        int afterWord = afterReplyWord(from);
        if (afterWord == from) {
            return from;
        }
        int colon = afterBlob(skipSpaces(afterWord));
        return colon < end && text.charAt(colon) == ':' ? colon + 1 : from;
    }

    private int afterReplyWord(int from) {
        for (String word : new String[] {"re", "fwd", "fw"}) {
            if (matches(word, from)) {
                return from + word.length();
            }
        }
        return from;
    }

    /** Where the {@code subj-blob} at that place ends; the place itself when there is none. */
    private int afterBlob(int from) {
        if (from >= end || text.charAt(from) != '[') {
            return from;
        }
        for (int i = from + 1; i < end; i++) {
            char next = text.charAt(i);
            if (next == ']') {
                return skipSpaces(i + 1);
            }
            if (next == '[' || next == '\0') {
                return from;
            }
        }
        return from;
    }

    private int skipSpaces(int from) {
        int next = from;
        while (next < end && text.charAt(next) == ' ') {
            next++;
        }
        return next;
    }

    private boolean matches(String token, int at) {
        return at >= start
                && at + token.length() <= end
                && text.regionMatches(true, at, token, 0, token.length());
    }
}
