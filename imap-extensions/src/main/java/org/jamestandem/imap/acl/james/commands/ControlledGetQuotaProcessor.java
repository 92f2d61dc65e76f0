package org.jamestandem.imap.acl.james.commands;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.processor.GetQuotaProcessor;
import org.apache.james.mailbox.quota.QuotaManager;
import org.apache.james.mailbox.quota.QuotaRootResolver;
import org.apache.james.metrics.api.MetricFactory;
import org.jamestandem.imap.acl.james.AccessControlledMailboxes;

/** James' GETQUOTA as far as the user's rights go. */
@Singleton
public final class ControlledGetQuotaProcessor extends GetQuotaProcessor {
    @Inject
    ControlledGetQuotaProcessor(
            AccessControlledMailboxes mailboxes,
            QuotaManager quotas,
            QuotaRootResolver roots,
            StatusResponseFactory responses,
            MetricFactory metrics) {
        super(mailboxes, responses, quotas, roots, metrics);
    }
}
