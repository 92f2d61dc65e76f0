package org.jamestandem.imap.acl.james;

import java.io.InputStream;
import java.util.Date;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javax.mail.Flags;
import org.apache.james.mailbox.MailboxManager.MessageCapabilities;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.MessageManager.MailboxMetaData.RecentMode;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.exception.UnsupportedRightException;
import org.apache.james.mailbox.model.ComposedMessageIdWithMetaData;
import org.apache.james.mailbox.model.FetchGroup;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxACL;
import org.apache.james.mailbox.model.MailboxCounters;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.mailbox.model.MessageResult;
import org.apache.james.mailbox.model.MessageResultIterator;
import org.apache.james.mailbox.model.SearchQuery;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Hands everything on to one of the server's mailboxes, for classes that change some of it. */
abstract class ForwardingMailbox implements MessageManager {
    private final MessageManager server;

    ForwardingMailbox(MessageManager server) {
        this.server = server;
    }

    @Override
    public long getMessageCount(MailboxSession session) throws MailboxException {
        return server.getMessageCount(session);
    }

    @Override
    public MailboxCounters getMailboxCounters(MailboxSession session) throws MailboxException {
        return server.getMailboxCounters(session);
    }

    @Override
    public Publisher<MailboxCounters> getMailboxCountersReactive(MailboxSession session) {
        return server.getMailboxCountersReactive(session);
    }

    @Override
    public boolean isWriteable(MailboxSession session) throws MailboxException {
        return server.isWriteable(session);
    }

    @Override
    public Publisher<MessageUid> search(SearchQuery searchQuery, MailboxSession session)
            throws MailboxException {
        return server.search(searchQuery, session);
    }

    @Override
    public Iterator<MessageUid> expunge(MessageRange range, MailboxSession session)
            throws MailboxException {
        return server.expunge(range, session);
    }

    @Override
    public Flux<MessageUid> expungeReactive(MessageRange range, MailboxSession session) {
        return server.expungeReactive(range, session);
    }

    @Override
    public void delete(List<MessageUid> uids, MailboxSession session) throws MailboxException {
        server.delete(uids, session);
    }

    @Override
    public Mono<Void> deleteReactive(List<MessageUid> uids, MailboxSession session) {
        return server.deleteReactive(uids, session);
    }

    @Override
    public Map<MessageUid, Flags> setFlags(
            Flags flags,
            FlagsUpdateMode flagsUpdateMode,
            MessageRange range,
            MailboxSession session)
            throws MailboxException {
        return server.setFlags(flags, flagsUpdateMode, range, session);
    }

    @Override
    public Publisher<Map<MessageUid, Flags>> setFlagsReactive(
            Flags flags,
            FlagsUpdateMode flagsUpdateMode,
            MessageRange range,
            MailboxSession session) {
        return server.setFlagsReactive(flags, flagsUpdateMode, range, session);
    }

    @Override
    public AppendResult appendMessage(
            InputStream msgIn,
            Date internalDate,
            MailboxSession session,
            boolean isRecent,
            Flags flags)
            throws MailboxException {
        return server.appendMessage(msgIn, internalDate, session, isRecent, flags);
    }

    @Override
    public AppendResult appendMessage(AppendCommand appendCommand, MailboxSession session)
            throws MailboxException {
        return server.appendMessage(appendCommand, session);
    }

    @Override
    public Publisher<AppendResult> appendMessageReactive(
            AppendCommand appendCommand, MailboxSession session) {
        return server.appendMessageReactive(appendCommand, session);
    }

    @Override
    public MessageResultIterator getMessages(
            MessageRange range, FetchGroup fetchGroup, MailboxSession session)
            throws MailboxException {
        return server.getMessages(range, fetchGroup, session);
    }

    @Override
    public Publisher<MessageResult> getMessagesReactive(
            MessageRange range, FetchGroup fetchGroup, MailboxSession session) {
        return server.getMessagesReactive(range, fetchGroup, session);
    }

    @Override
    public Publisher<ComposedMessageIdWithMetaData> listMessagesMetadata(
            MessageRange range, MailboxSession session) {
        return server.listMessagesMetadata(range, session);
    }

    @Override
    public Mailbox getMailboxEntity() throws MailboxException {
        return server.getMailboxEntity();
    }

    @Override
    public EnumSet<MessageCapabilities> getSupportedMessageCapabilities() {
        return server.getSupportedMessageCapabilities();
    }

    @Override
    public MailboxId getId() {
        return server.getId();
    }

    @Override
    public MailboxPath getMailboxPath() {
        return server.getMailboxPath();
    }

    @Override
    public Flags getApplicableFlags(MailboxSession session) throws MailboxException {
        return server.getApplicableFlags(session);
    }

    @Override
    public Mono<Flags> getApplicableFlagsReactive(MailboxSession session) {
        return server.getApplicableFlagsReactive(session);
    }

    @Override
    public MailboxMetaData getMetaData(
            RecentMode recentMode, MailboxSession session, MailboxMetaData.FetchGroup fetchGroup)
            throws MailboxException {
        return server.getMetaData(recentMode, session, fetchGroup);
    }

    @Override
    public MailboxMetaData getMetaData(
            RecentMode recentMode, MailboxSession session, EnumSet<MailboxMetaData.Item> items)
            throws MailboxException {
        return server.getMetaData(recentMode, session, items);
    }

    @Override
    public Mono<MailboxMetaData> getMetaDataReactive(
            RecentMode recentMode, MailboxSession session, EnumSet<MailboxMetaData.Item> items)
            throws MailboxException {
        return server.getMetaDataReactive(recentMode, session, items);
    }

    @Override
    public Flags getPermanentFlags(MailboxSession session) {
        return server.getPermanentFlags(session);
    }

    @Override
    public MailboxACL getResolvedAcl(MailboxSession session) throws UnsupportedRightException {
        return server.getResolvedAcl(session);
    }
}
