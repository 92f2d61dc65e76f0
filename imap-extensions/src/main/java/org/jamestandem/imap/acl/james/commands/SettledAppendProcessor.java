package org.jamestandem.imap.acl.james.commands;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.processor.AppendProcessor;
import org.apache.james.metrics.api.MetricFactory;
import org.jamestandem.imap.acl.james.SettledMailboxes;

/** James' APPEND on mailboxes whose access control lists are settled. */
@Singleton
public final class SettledAppendProcessor extends AppendProcessor {
    @Inject
    SettledAppendProcessor(
            SettledMailboxes mailboxes, StatusResponseFactory responses, MetricFactory metrics) {
        super(mailboxes, responses, metrics);
    }
}
