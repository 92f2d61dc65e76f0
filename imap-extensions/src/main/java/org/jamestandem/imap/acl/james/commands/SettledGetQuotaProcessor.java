package org.jamestandem.imap.acl.james.commands;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.processor.GetQuotaProcessor;
import org.apache.james.mailbox.quota.QuotaManager;
import org.apache.james.mailbox.quota.QuotaRootResolver;
import org.apache.james.metrics.api.MetricFactory;
import org.jamestandem.imap.acl.james.SettledMailboxes;

/** James' GETQUOTA on mailboxes whose access control lists are settled. */
@Singleton
public final class SettledGetQuotaProcessor extends GetQuotaProcessor {
    @Inject
    SettledGetQuotaProcessor(
            SettledMailboxes mailboxes,
            QuotaManager quotas,
            QuotaRootResolver roots,
            StatusResponseFactory responses,
            MetricFactory metrics) {
        super(mailboxes, responses, quotas, roots, metrics);
    }
}
