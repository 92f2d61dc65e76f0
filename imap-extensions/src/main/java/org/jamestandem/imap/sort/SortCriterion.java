package org.jamestandem.imap.sort;

import java.util.Comparator;

/**
 * One criterion of a sort program.
 *
 * @param reverse whether larger values come first; ties are not affected (RFC 5256 §3, REVERSE)
 */
public record SortCriterion(SortKey key, boolean reverse) {
    Comparator<SortableMessage> order() {
        return reverse ? key.ascending().reversed() : key.ascending();
    }
}
