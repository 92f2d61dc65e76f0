package org.jamestandem.imap.acl.james;

import java.io.InputStream;
import java.util.Date;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javax.mail.Flags;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.MessageManager.MailboxMetaData.RecentMode;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.mailbox.store.MailboxReactorUtils;
import org.jamestandem.imap.acl.Right;
import org.jamestandem.imap.acl.Rights;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One of the server's mailboxes, as far as a user's rights go (RFC 4314 §4). Flags that may not be
 * changed are left as they are, without an error; what else may not be done fails.
 */
final class AccessControlledMailbox extends ReadControlledMailbox {
    private static final Rights WRITING =
            FlagRights.ALL.plus(Rights.of(Right.INSERT, Right.EXPUNGE));

    private final MessageManager server;
    private final Rights rights;

    /**
     * @param server lets the user do everything
     * @param mailbox as James has it
     */
    AccessControlledMailbox(MessageManager server, Mailbox mailbox, Rights rights) {
        super(server, mailbox, rights);
        this.server = server;
        this.rights = rights;
    }

    /** RFC 4314 §5.2. */
    @Override
    public boolean isWriteable(MailboxSession session) {
        return rights.containsAny(WRITING);
    }

    @Override
    public Flags getPermanentFlags(MailboxSession session) {
        return FlagRights.permitted(server.getPermanentFlags(session), rights);
    }

    @Override
    public Mono<MailboxMetaData> getMetaDataReactive(
            RecentMode recent, MailboxSession session, EnumSet<MailboxMetaData.Item> items)
            throws MailboxException {
        return this.<MailboxMetaData>require(Right.READ)
                .then(server.getMetaDataReactive(recent, session, items))
                .map(this::asFarAsRightsGo);
    }

    @Override
    public MailboxMetaData getMetaData(
            RecentMode recent, MailboxSession session, EnumSet<MailboxMetaData.Item> items)
            throws MailboxException {
        return MailboxReactorUtils.block(getMetaDataReactive(recent, session, items));
    }

    private MailboxMetaData asFarAsRightsGo(MailboxMetaData found) {
        return new MailboxMetaData(
                found.getRecent(),
                FlagRights.permitted(found.getPermanentFlags(), rights),
                found.getUidValidity(),
                found.getUidNext(),
                found.getHighestModSeq(),
                found.getMessageCount(),
                found.getUnseenCount(),
                found.getFirstUnseen(),
                rights.containsAny(WRITING),
                getMailboxEntity().getACL());
    }

    @Override
    public Mono<Map<MessageUid, Flags>> setFlagsReactive(
            Flags flags, FlagsUpdateMode mode, MessageRange range, MailboxSession session) {
        return server.getApplicableFlagsReactive(session)
                .flatMapIterable(known -> FlagRights.steps(flags, mode, rights, known))
                .concatMap(
                        step -> server.setFlagsReactive(step.flags(), step.mode(), range, session))
                .collect(HashMap::new, Map::putAll);
    }

    @Override
    public Map<MessageUid, Flags> setFlags(
            Flags flags, FlagsUpdateMode mode, MessageRange range, MailboxSession session)
            throws MailboxException {
        return MailboxReactorUtils.block(setFlagsReactive(flags, mode, range, session));
    }

    @Override
    public Mono<AppendResult> appendMessageReactive(AppendCommand command, MailboxSession session) {
        return this.<AppendResult>require(Right.INSERT)
                .switchIfEmpty(
                        Mono.defer(
                                () ->
                                        Mono.from(
                                                server.appendMessageReactive(
                                                        permitted(command), session))));
    }

    private AppendCommand permitted(AppendCommand command) {
        AppendCommand.Builder builder =
                AppendCommand.builder()
                        .withInternalDate(command.getInternalDate())
                        .withFlags(FlagRights.permitted(command.getFlags(), rights))
                        .isRecent(command.isRecent())
                        .isDelivery(command.isDelivery());
        command.getMaybeParsedMessage().ifPresent(builder::withParsedMessage);
        return builder.build(command.getMsgIn());
    }

    @Override
    public AppendResult appendMessage(AppendCommand command, MailboxSession session)
            throws MailboxException {
        return MailboxReactorUtils.block(appendMessageReactive(command, session));
    }

    @Override
    public AppendResult appendMessage(
            InputStream message, Date date, MailboxSession session, boolean recent, Flags flags)
            throws MailboxException {
        MailboxReactorUtils.block(require(Right.INSERT));
        Flags permitted = FlagRights.permitted(flags, rights);
        return server.appendMessage(message, date, session, recent, permitted);
    }

    @Override
    public Flux<MessageUid> expungeReactive(MessageRange range, MailboxSession session) {
        return this.<MessageUid>require(Right.EXPUNGE)
                .thenMany(Flux.defer(() -> server.expungeReactive(range, session)));
    }

    @Override
    public Iterator<MessageUid> expunge(MessageRange range, MailboxSession session)
            throws MailboxException {
        MailboxReactorUtils.block(require(Right.EXPUNGE));
        return server.expunge(range, session);
    }

    @Override
    public Mono<Void> deleteReactive(List<MessageUid> uids, MailboxSession session) {
        return this.<Void>require(Right.DELETE_MESSAGES)
                .then(require(Right.EXPUNGE))
                .then(Mono.defer(() -> server.deleteReactive(uids, session)));
    }

    @Override
    public void delete(List<MessageUid> uids, MailboxSession session) throws MailboxException {
        MailboxReactorUtils.block(deleteReactive(uids, session));
    }
}
