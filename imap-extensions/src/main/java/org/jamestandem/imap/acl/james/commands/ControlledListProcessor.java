package org.jamestandem.imap.acl.james.commands;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.MailboxTyper;
import org.apache.james.imap.message.request.ListRequest;
import org.apache.james.imap.processor.ListProcessor;
import org.apache.james.mailbox.SubscriptionManager;
import org.apache.james.metrics.api.MetricFactory;
import org.jamestandem.imap.acl.james.AccessControlledMailboxes;

/** James' LIST, whose STATUS part (RFC 5819) goes as far as the user's rights do. */
@Singleton
public final class ControlledListProcessor extends ListProcessor<ListRequest> {
    @Inject
    ControlledListProcessor(
            AccessControlledMailboxes mailboxes,
            StatusResponseFactory responses,
            MetricFactory metrics,
            SubscriptionManager subscriptions,
            ControlledStatusProcessor status,
            MailboxTyper types) {
        super(ListRequest.class, mailboxes, responses, metrics, subscriptions, status, types);
    }
}
