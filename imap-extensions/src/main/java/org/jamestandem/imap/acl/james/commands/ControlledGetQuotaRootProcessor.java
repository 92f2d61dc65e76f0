package org.jamestandem.imap.acl.james.commands;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.processor.GetQuotaRootProcessor;
import org.apache.james.mailbox.quota.QuotaManager;
import org.apache.james.mailbox.quota.QuotaRootResolver;
import org.apache.james.metrics.api.MetricFactory;
import org.jamestandem.imap.acl.james.AccessControlledMailboxes;

/** James' GETQUOTAROOT as far as the user's rights go. */
@Singleton
public final class ControlledGetQuotaRootProcessor extends GetQuotaRootProcessor {
    @Inject
    ControlledGetQuotaRootProcessor(
            AccessControlledMailboxes mailboxes,
            QuotaRootResolver roots,
            QuotaManager quotas,
            StatusResponseFactory responses,
            MetricFactory metrics) {
        super(mailboxes, responses, roots, quotas, metrics);
    }
}
