package org.jamestandem.imap.acl.james;

import com.google.inject.Inject;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.metrics.api.MetricFactory;
import org.jamestandem.imap.sharing.james.MailboxNames;

/** What every ACL command needs. */
final class AclContext {
    final MailboxManager mailboxes;
    final StatusResponseFactory responses;
    final MetricFactory metrics;
    final MailboxNames names;
    final MailboxDirectory directory;
    final AccessLists lists;
    final MailboxAccess access;
    final KnownIdentifiers identifiers;

    @Inject
    AclContext(
            MailboxManager mailboxes,
            StatusResponseFactory responses,
            MetricFactory metrics,
            MailboxNames names,
            MailboxDirectory directory,
            AccessLists lists,
            MailboxAccess access,
            KnownIdentifiers identifiers) {
        this.mailboxes = mailboxes;
        this.responses = responses;
        this.metrics = metrics;
        this.names = names;
        this.directory = directory;
        this.lists = lists;
        this.access = access;
        this.identifiers = identifiers;
    }
}
