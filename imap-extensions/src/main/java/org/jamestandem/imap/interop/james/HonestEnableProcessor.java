package org.jamestandem.imap.interop.james;

import com.google.inject.Inject;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.processor.EnableProcessor;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.metrics.api.MetricFactory;

/**
 * ENABLE as James has it (RFC 5161 §3.1), asking our CAPABILITY what may be enabled: James' own
 * knows of no command once ours stands in its place.
 */
public final class HonestEnableProcessor extends EnableProcessor {
    @Inject
    public HonestEnableProcessor(
            MailboxManager mailboxManager,
            StatusResponseFactory responses,
            MetricFactory metrics,
            HonestCapabilityProcessor capabilities) {
        super(mailboxManager, responses, metrics, capabilities);
    }
}
