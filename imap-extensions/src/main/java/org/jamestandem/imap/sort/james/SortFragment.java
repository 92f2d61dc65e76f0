package org.jamestandem.imap.sort.james;

import org.jamestandem.imap.ClassSwap;
import org.jamestandem.imap.ImapFragment;

/** What SORT adds to James' IMAP package. */
public final class SortFragment {
    /** One command, one response. */
    public static final ImapFragment SORT =
            ImapFragment.EMPTY
                    .withProcessors(ClassSwap.add(SortProcessor.class))
                    .withDecoders(ClassSwap.add(SortCommandParser.class))
                    .withEncoders(ClassSwap.add(SortResponseEncoder.class));

    private SortFragment() {}
}
