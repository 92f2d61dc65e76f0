package org.jamestandem.imap.thread;

import java.util.ArrayList;
import java.util.List;

/**
 * Message ids in a header field, without what quoting makes different: {@code <"a b"@c>} and {@code
 * <a b@c>} are one (RFC 5256 §3).
 */
final class MessageIds {
    private final String field;
    private int next;

    private MessageIds(String field) {
        this.field = field;
    }

    /** Every valid id, in order. */
    static List<String> in(String field) {
        MessageIds reader = new MessageIds(field);
        List<String> ids = new ArrayList<>();
        for (int start = field.indexOf('<'); start >= 0; start = field.indexOf('<', reader.next)) {
            String id = reader.idAfter(start);
            if (!id.isEmpty()) {
                ids.add(id);
            }
        }
        return ids;
    }

    /** What stands up to the closing bracket, or nothing if that is no id. */
    private String idAfter(int start) {
        StringBuilder id = new StringBuilder();
        boolean quoted = false;
        int at = -1;
        for (next = start + 1; next < field.length(); next++) {
            char c = field.charAt(next);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\\' && quoted && next + 1 < field.length()) {
                id.append(field.charAt(++next));
            } else if (!quoted && c == '>') {
                next++;
                return at > 0 && at < id.length() - 1 ? id.toString() : "";
            } else if (!quoted && (c == '<' || Character.isWhitespace(c))) {
                return "";
            } else {
                at = c == '@' && !quoted ? id.length() : at;
                id.append(c);
            }
        }
        return "";
    }
}
