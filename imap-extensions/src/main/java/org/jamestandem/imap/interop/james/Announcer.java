package org.jamestandem.imap.interop.james;

import com.google.inject.Inject;
import java.util.Collection;
import java.util.Set;
import javax.mail.Flags;
import org.apache.james.imap.api.ImapConstants;
import org.apache.james.imap.api.display.HumanReadableText;
import org.apache.james.imap.api.message.Capability;
import org.apache.james.imap.api.message.UidRange;
import org.apache.james.imap.api.message.response.StatusResponse.ResponseCode;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapProcessor.Responder;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.imap.message.response.ExistsResponse;
import org.apache.james.imap.message.response.ExpungeResponse;
import org.apache.james.imap.message.response.FetchResponse;
import org.apache.james.imap.message.response.FlagsResponse;
import org.apache.james.imap.message.response.RecentResponse;
import org.apache.james.imap.message.response.VanishedResponse;
import org.apache.james.imap.processor.EnableProcessor;
import org.apache.james.mailbox.MessageSequenceNumber;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.ModSeq;
import org.apache.james.mailbox.model.ComposedMessageIdWithMetaData;
import org.apache.james.mailbox.model.MessageRange;
import org.jamestandem.imap.acl.james.AccessWithdrawn;
import org.jamestandem.imap.acl.james.SelectionGuards;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tells a session what others did to its selected mailbox (RFC 3501 §5.2), each thing once and none
 * left out, whenever it happens.
 */
public final class Announcer {
    private static final Logger LOGGER = LoggerFactory.getLogger(Announcer.class);

    private final StatusResponseFactory responses;
    private final SelectionGuards guards;

    @Inject
    Announcer(StatusResponseFactory responses, SelectionGuards guards) {
        this.responses = responses;
        this.guards = guards;
    }

    /**
     * Writes the untagged responses that are due when the returned publisher is subscribed to, and
     * not earlier. Does not flush. Who may not read the mailbox any more is told so, once, and
     * nothing else.
     *
     * @param removals whether EXPUNGE or VANISHED is allowed now
     * @param uids whether a FETCH response names the unique identifier too
     */
    public Mono<Void> announce(
            ImapSession session, Responder responder, boolean removals, boolean uids) {
        return Mono.defer(
                () ->
                        session.getSelected() == null
                                ? Mono.empty()
                                : guards.readable(session)
                                        .flatMap(
                                                readable ->
                                                        readable
                                                                ? announce(
                                                                        session,
                                                                        responder,
                                                                        selected(session),
                                                                        removals,
                                                                        uids)
                                                                : withdrawn(session, responder)));
    }

    private static SelectedMailbox selected(ImapSession session) {
        return SelectionGuards.unguarded(session.getSelected());
    }

    private Mono<Void> withdrawn(ImapSession session, Responder responder) {
        return Mono.fromRunnable(
                () -> {
                    if (guards.tellsNow(session)) {
                        responder.respond(new AccessWithdrawn());
                    }
                });
    }

    private Mono<Void> announce(
            ImapSession session,
            Responder responder,
            SelectedMailbox selected,
            boolean removals,
            boolean uids) {
        Announcements due = Announcements.take(selected, removals);
        if (due.grown()) {
            responder.respond(new ExistsResponse(selected.existsCount()));
        }
        announceRemovals(session, responder, selected, due.expunged());
        if (due.recent()) {
            responder.respond(new RecentResponse(selected.recentCount()));
        }
        due.newFlags().ifPresent(flags -> announceFlags(session, responder, selected, flags));
        return Flux.fromIterable(MessageRange.toRanges(due.flagged()))
                .concatMap(
                        range ->
                                selected.getMessageManager()
                                        .listMessagesMetadata(range, session.getMailboxSession()))
                .filter(message -> due.flagged().contains(uid(message)))
                .doOnNext(message -> announceFlags(session, responder, selected, message, uids))
                .then()
                .onErrorResume(e -> giveUp(responder, e));
    }

    private static void announceRemovals(
            ImapSession session,
            Responder responder,
            SelectedMailbox selected,
            Collection<MessageUid> expunged) {
        if (expunged.isEmpty()) {
            return;
        }
        if (enabled(session).contains(ImapConstants.SUPPORTS_QRESYNC)) {
            expunged.forEach(selected::remove);
            responder.respond(new VanishedResponse(ranges(expunged), false));
        } else {
            expunged.forEach(uid -> responder.respond(new ExpungeResponse(selected.remove(uid))));
        }
    }

    private void announceFlags(
            ImapSession session, Responder responder, SelectedMailbox selected, Flags inUse) {
        responder.respond(new FlagsResponse(inUse));
        Flags permanent =
                selected.getMessageManager().getPermanentFlags(session.getMailboxSession());
        if (permanent.contains(Flags.Flag.USER)) {
            permanent.add(inUse);
        }
        responder.respond(
                responses.untaggedOk(
                        HumanReadableText.permanentFlags(permanent),
                        ResponseCode.permanentFlags(permanent)));
    }

    private static void announceFlags(
            ImapSession session,
            Responder responder,
            SelectedMailbox selected,
            ComposedMessageIdWithMetaData message,
            boolean uids) {
        MessageUid uid = uid(message);
        Set<Capability> enabled = enabled(session);
        boolean qresync = enabled.contains(ImapConstants.SUPPORTS_QRESYNC);
        boolean modSeq = qresync || enabled.contains(ImapConstants.SUPPORTS_CONDSTORE);
        Flags flags = new Flags(message.getFlags());
        if (selected.isRecent(uid)) {
            flags.add(Flags.Flag.RECENT);
        } else {
            flags.remove(Flags.Flag.RECENT);
        }
        selected.msn(uid)
                .ifPresent(
                        number ->
                                responder.respond(
                                        fetch(
                                                number,
                                                flags,
                                                uids || qresync ? uid : null,
                                                modSeq ? message.getModSeq() : null)));
    }

    private static FetchResponse fetch(
            MessageSequenceNumber number, Flags flags, MessageUid uid, ModSeq modSeq) {
        return new FetchResponse(
                number, flags, uid, null, modSeq, null, null, null, null, null, null, null, null);
    }

    private Mono<Void> giveUp(Responder responder, Throwable cause) {
        return Mono.fromRunnable(
                () -> {
                    LOGGER.error("Flags changed by another session could not be read", cause);
                    responder.respond(
                            responses.untaggedNo(HumanReadableText.FAILURE_TO_LOAD_FLAGS));
                });
    }

    private static Set<Capability> enabled(ImapSession session) {
        return EnableProcessor.getEnabledCapabilities(session);
    }

    private static MessageUid uid(ComposedMessageIdWithMetaData message) {
        return message.getComposedMessageId().getUid();
    }

    private static UidRange[] ranges(Collection<MessageUid> uids) {
        return MessageRange.toRanges(uids).stream()
                .map(range -> new UidRange(range.getUidFrom(), range.getUidTo()))
                .toArray(UidRange[]::new);
    }
}
