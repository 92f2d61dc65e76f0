package org.jamestandem.imap.interop.james;

import org.apache.james.imap.processor.CapabilityProcessor;
import org.apache.james.imap.processor.EnableProcessor;
import org.apache.james.imap.processor.IdleProcessor;
import org.apache.james.imap.processor.NoopProcessor;
import org.jamestandem.imap.ClassSwap;
import org.jamestandem.imap.ImapFragment;

/** Which of James' own commands we put right. */
public final class InteropFragment {
    /** IDLE and NOOP hear everything; LITERAL+ and pipelining work from the first command on. */
    public static final ImapFragment INTEROP =
            ImapFragment.EMPTY
                    .withProcessors(
                            ClassSwap.replace(IdleProcessor.class, AnnouncingIdleProcessor.class))
                    .withProcessors(
                            ClassSwap.replace(NoopProcessor.class, AnnouncingNoopProcessor.class))
                    .withProcessors(
                            ClassSwap.replace(
                                    CapabilityProcessor.class, HonestCapabilityProcessor.class))
                    .withProcessors(
                            ClassSwap.replace(EnableProcessor.class, HonestEnableProcessor.class));

    private InteropFragment() {}
}
