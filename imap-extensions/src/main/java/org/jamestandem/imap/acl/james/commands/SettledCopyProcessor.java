package org.jamestandem.imap.acl.james.commands;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.processor.CopyProcessor;
import org.apache.james.metrics.api.MetricFactory;
import org.jamestandem.imap.acl.james.SettledMailboxes;

/** James' COPY on mailboxes whose access control lists are settled. */
@Singleton
public final class SettledCopyProcessor extends CopyProcessor {
    @Inject
    SettledCopyProcessor(
            SettledMailboxes mailboxes, StatusResponseFactory responses, MetricFactory metrics) {
        super(mailboxes, responses, metrics);
    }
}
