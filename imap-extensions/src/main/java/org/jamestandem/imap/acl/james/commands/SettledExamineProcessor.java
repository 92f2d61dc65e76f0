package org.jamestandem.imap.acl.james.commands;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import org.apache.james.events.EventBus;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.processor.ExamineProcessor;
import org.apache.james.metrics.api.MetricFactory;
import org.jamestandem.imap.acl.james.SettledMailboxes;

/** James' EXAMINE on mailboxes whose access control lists are settled. */
@Singleton
public final class SettledExamineProcessor extends ExamineProcessor {
    @Inject
    SettledExamineProcessor(
            SettledMailboxes mailboxes,
            EventBus events,
            StatusResponseFactory responses,
            MetricFactory metrics) {
        super(mailboxes, events, responses, metrics);
    }
}
