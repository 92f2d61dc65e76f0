package org.jamestandem.distribution.queue.cassandra;

import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.james.queue.api.ManageableMailQueue.DefaultMailQueueItemView;
import org.apache.james.queue.api.ManageableMailQueue.MailQueueItemView;
import org.apache.james.queue.api.ManageableMailQueue.MailQueueIterator;
import org.apache.mailet.Mail;

/**
 * A walk through what waited when it began, leaving out what was removed since. A mail whose
 * contents cannot be read is shown without them.
 */
final class Browsing implements MailQueueIterator {
    private final KeptMails mails;
    private final Iterator<KeptMail> rest;
    private MailQueueItemView next;

    Browsing(KeptMails mails, Iterator<KeptMail> rest) {
        this.mails = mails;
        this.rest = rest;
    }

    @Override
    public boolean hasNext() {
        while (next == null && rest.hasNext()) {
            next = view(rest.next());
        }
        return next != null;
    }

    @Override
    public MailQueueItemView next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        MailQueueItemView view = next;
        next = null;
        return view;
    }

    private MailQueueItemView view(KeptMail kept) {
        Mail mail = mails.load(kept).onErrorResume(e -> mails.envelope(kept)).block();
        return mail == null
                ? null
                : new DefaultMailQueueItemView(mail, kept.due().atZone(ZoneOffset.UTC));
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}
