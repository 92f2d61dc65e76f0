package org.jamestandem.imap.metadata.james;

import org.apache.james.imap.processor.GetMetadataProcessor;
import org.apache.james.imap.processor.SetMetadataProcessor;
import org.jamestandem.imap.ClassSwap;
import org.jamestandem.imap.ImapFragment;

/** Metadata's part of the IMAP package. */
public final class MetadataFragment {
    /** Both commands in their own classes' place. */
    public static final ImapFragment METADATA =
            ImapFragment.EMPTY.withProcessors(
                    ClassSwap.replace(GetMetadataProcessor.class, GetMetadata.class)
                            .and(ClassSwap.replace(SetMetadataProcessor.class, SetMetadata.class)));

    private MetadataFragment() {}
}
