package org.jamestandem.imap.acl.james;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.MailboxMetaData;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.model.MessageId;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.mailbox.model.MultimailboxesSearchQuery;
import org.apache.james.mailbox.model.ThreadId;
import org.apache.james.mailbox.model.search.MailboxQuery;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Hands everything on to the server's own mailboxes, for classes that change some of it. */
abstract class ForwardingMailboxes extends ForwardingRights implements MailboxManager {
    private final MailboxManager server;

    ForwardingMailboxes(MailboxManager server) {
        super(server);
        this.server = server;
    }

    @Override
    public EnumSet<MailboxCapabilities> getSupportedMailboxCapabilities() {
        return server.getSupportedMailboxCapabilities();
    }

    @Override
    public boolean hasCapability(MailboxCapabilities capability) {
        return server.hasCapability(capability);
    }

    @Override
    public EnumSet<MessageCapabilities> getSupportedMessageCapabilities() {
        return server.getSupportedMessageCapabilities();
    }

    @Override
    public EnumSet<SearchCapabilities> getSupportedSearchCapabilities() {
        return server.getSupportedSearchCapabilities();
    }

    @Override
    public MessageManager getMailbox(MailboxPath path, MailboxSession session)
            throws MailboxException {
        return server.getMailbox(path, session);
    }

    @Override
    public MessageManager getMailbox(MailboxId id, MailboxSession session) throws MailboxException {
        return server.getMailbox(id, session);
    }

    @Override
    public Publisher<MessageManager> getMailboxReactive(MailboxId id, MailboxSession session) {
        return server.getMailboxReactive(id, session);
    }

    @Override
    public Publisher<MessageManager> getMailboxReactive(MailboxPath path, MailboxSession session) {
        return server.getMailboxReactive(path, session);
    }

    @Override
    public MessageManager getMailbox(Mailbox mailbox, MailboxSession session)
            throws MailboxException {
        return server.getMailbox(mailbox, session);
    }

    @Override
    public Optional<MailboxId> createMailbox(MailboxPath path, MailboxSession session)
            throws MailboxException {
        return server.createMailbox(path, session);
    }

    @Override
    public Publisher<MailboxId> createMailboxReactive(MailboxPath path, MailboxSession session) {
        return server.createMailboxReactive(path, session);
    }

    @Override
    public Optional<MailboxId> createMailbox(
            MailboxPath path, CreateOption createOption, MailboxSession session)
            throws MailboxException {
        return server.createMailbox(path, createOption, session);
    }

    @Override
    public Publisher<MailboxId> createMailboxReactive(
            MailboxPath path, CreateOption createOption, MailboxSession session) {
        return server.createMailboxReactive(path, createOption, session);
    }

    @Override
    public void deleteMailbox(MailboxPath path, MailboxSession session) throws MailboxException {
        server.deleteMailbox(path, session);
    }

    @Override
    public Mono<Void> deleteMailboxReactive(MailboxPath path, MailboxSession session) {
        return server.deleteMailboxReactive(path, session);
    }

    @Override
    public Mailbox deleteMailbox(MailboxId id, MailboxSession session) throws MailboxException {
        return server.deleteMailbox(id, session);
    }

    @Override
    public Mono<Mailbox> deleteMailboxReactive(MailboxId id, MailboxSession session) {
        return server.deleteMailboxReactive(id, session);
    }

    @Override
    public List<MailboxRenamedResult> renameMailbox(
            MailboxPath from, MailboxPath to, RenameOption option, MailboxSession session)
            throws MailboxException {
        return server.renameMailbox(from, to, option, session);
    }

    @Override
    public List<MailboxRenamedResult> renameMailbox(
            MailboxPath from, MailboxPath to, MailboxSession session) throws MailboxException {
        return server.renameMailbox(from, to, session);
    }

    @Override
    public Publisher<List<MailboxRenamedResult>> renameMailboxReactive(
            MailboxPath from, MailboxPath to, RenameOption option, MailboxSession session) {
        return server.renameMailboxReactive(from, to, option, session);
    }

    @Override
    public List<MailboxRenamedResult> renameMailbox(
            MailboxId id, MailboxPath to, RenameOption option, MailboxSession session)
            throws MailboxException {
        return server.renameMailbox(id, to, option, session);
    }

    @Override
    public List<MailboxRenamedResult> renameMailbox(
            MailboxId id, MailboxPath to, MailboxSession session) throws MailboxException {
        return server.renameMailbox(id, to, session);
    }

    @Override
    public Publisher<List<MailboxRenamedResult>> renameMailboxReactive(
            MailboxId id, MailboxPath to, RenameOption option, MailboxSession session) {
        return server.renameMailboxReactive(id, to, option, session);
    }

    @Override
    public List<MessageRange> copyMessages(
            MessageRange set, MailboxPath from, MailboxPath to, MailboxSession session)
            throws MailboxException {
        return server.copyMessages(set, from, to, session);
    }

    @Override
    public List<MessageRange> copyMessages(
            MessageRange set, MailboxId from, MailboxId to, MailboxSession session)
            throws MailboxException {
        return server.copyMessages(set, from, to, session);
    }

    @Override
    public Publisher<MessageRange> copyMessagesReactive(
            MessageRange set, MailboxPath from, MailboxPath to, MailboxSession session) {
        return server.copyMessagesReactive(set, from, to, session);
    }

    @Override
    public Publisher<MessageRange> copyMessagesReactive(
            MessageRange set, MailboxId from, MailboxId to, MailboxSession session) {
        return server.copyMessagesReactive(set, from, to, session);
    }

    @Override
    public List<MessageRange> moveMessages(
            MessageRange set, MailboxPath from, MailboxPath to, MailboxSession session)
            throws MailboxException {
        return server.moveMessages(set, from, to, session);
    }

    @Override
    public List<MessageRange> moveMessages(
            MessageRange set, MailboxId from, MailboxId to, MailboxSession session)
            throws MailboxException {
        return server.moveMessages(set, from, to, session);
    }

    @Override
    public Publisher<MessageRange> moveMessagesReactive(
            MessageRange set, MailboxPath from, MailboxPath to, MailboxSession session) {
        return server.moveMessagesReactive(set, from, to, session);
    }

    @Override
    public Publisher<MessageRange> moveMessagesReactive(
            MessageRange set, MailboxId from, MailboxId to, MailboxSession session) {
        return server.moveMessagesReactive(set, from, to, session);
    }

    @Override
    public Flux<MailboxMetaData> search(MailboxQuery expression, MailboxSession session) {
        return server.search(expression, session);
    }

    @Override
    public Flux<MailboxMetaData> search(
            MailboxQuery expression, MailboxSearchFetchType fetchType, MailboxSession session) {
        return server.search(expression, fetchType, session);
    }

    @Override
    public Publisher<MessageId> search(
            MultimailboxesSearchQuery expression, MailboxSession session, long limit) {
        return server.search(expression, session, limit);
    }

    @Override
    public Publisher<MessageId> getThread(ThreadId threadId, MailboxSession session) {
        return server.getThread(threadId, session);
    }

    @Override
    public Publisher<Boolean> mailboxExists(MailboxPath path, MailboxSession session) {
        return server.mailboxExists(path, session);
    }

    @Override
    public Publisher<Boolean> hasInbox(MailboxSession session) {
        return server.hasInbox(session);
    }

    @Override
    public List<MailboxPath> list(MailboxSession session) throws MailboxException {
        return server.list(session);
    }

    @Override
    public boolean hasChildren(MailboxPath path, MailboxSession session) throws MailboxException {
        return server.hasChildren(path, session);
    }

    @Override
    public Publisher<Boolean> hasChildrenReactive(MailboxPath path, MailboxSession session) {
        return server.hasChildrenReactive(path, session);
    }

    @Override
    public <T> Mono<T> manageProcessing(Mono<T> toBeWrapped, MailboxSession session) {
        return server.manageProcessing(toBeWrapped, session);
    }

    @Override
    public MessageId.Factory getMessageIdFactory() {
        return server.getMessageIdFactory();
    }

    @Override
    public MailboxSession createSystemSession(Username userName) {
        return server.createSystemSession(userName);
    }

    @Override
    public AuthorizationStep authenticate(Username givenUserid, String passwd) {
        return server.authenticate(givenUserid, passwd);
    }

    @Override
    public AuthorizationStep authenticate(Username givenUserid) {
        return server.authenticate(givenUserid);
    }

    @Override
    public void startProcessingRequest(MailboxSession session) {
        server.startProcessingRequest(session);
    }

    @Override
    public void endProcessingRequest(MailboxSession session) {
        server.endProcessingRequest(session);
    }
}
