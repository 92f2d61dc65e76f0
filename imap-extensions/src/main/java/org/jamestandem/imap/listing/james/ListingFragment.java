package org.jamestandem.imap.listing.james;

import org.apache.james.imap.processor.LSubProcessor;
import org.apache.james.imap.processor.ListProcessor;
import org.apache.james.imap.processor.NamespaceProcessor;
import org.apache.james.imap.processor.SubscribeProcessor;
import org.apache.james.imap.processor.UnsubscribeProcessor;
import org.jamestandem.imap.ClassSwap;
import org.jamestandem.imap.ImapFragment;

/** Other people's mailboxes in the commands that list. */
public final class ListingFragment {
    /** LIST, LSUB, NAMESPACE, SUBSCRIBE and UNSUBSCRIBE. */
    public static final ImapFragment LISTING =
            ImapFragment.EMPTY
                    .withProcessors(
                            ClassSwap.replace(ListProcessor.class, SharedListProcessor.class))
                    .withProcessors(
                            ClassSwap.replace(LSubProcessor.class, SharedLsubProcessor.class))
                    .withProcessors(
                            ClassSwap.replace(
                                    NamespaceProcessor.class, SharedNamespaceProcessor.class))
                    .withProcessors(
                            ClassSwap.replace(
                                    SubscribeProcessor.class, SharedSubscribeProcessor.class))
                    .withProcessors(
                            ClassSwap.replace(
                                    UnsubscribeProcessor.class, SharedUnsubscribeProcessor.class));

    private ListingFragment() {}
}
