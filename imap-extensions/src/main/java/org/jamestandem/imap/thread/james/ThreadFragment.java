package org.jamestandem.imap.thread.james;

import org.jamestandem.imap.ClassSwap;
import org.jamestandem.imap.ImapFragment;

/** What THREAD adds to James' IMAP package. */
public final class ThreadFragment {
    /** One command, one response. */
    public static final ImapFragment THREAD =
            ImapFragment.EMPTY
                    .withProcessors(ClassSwap.add(ThreadProcessor.class))
                    .withDecoders(ClassSwap.add(ThreadCommandParser.class))
                    .withEncoders(ClassSwap.add(ThreadResponseEncoder.class));

    private ThreadFragment() {}
}
