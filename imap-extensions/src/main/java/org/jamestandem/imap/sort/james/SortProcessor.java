package org.jamestandem.imap.sort.james;

import com.google.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.james.imap.api.message.Capability;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.imap.processor.AbstractMailboxProcessor;
import org.apache.james.imap.processor.CapabilityImplementingProcessor;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.MessageManager.MailboxMetaData;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.ModSeq;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.util.MDCBuilder;
import org.jamestandem.imap.interop.james.Announcer;
import org.jamestandem.imap.search.james.ProgramSearch;
import org.jamestandem.imap.sort.SortSource;
import org.jamestandem.imap.sort.SortableMessage;
import reactor.core.publisher.Mono;

/** Answers SORT and UID SORT (RFC 5256 §3). */
public final class SortProcessor extends AbstractMailboxProcessor<SortRequest>
        implements CapabilityImplementingProcessor {
    private static final List<Capability> CAPABILITIES = List.of(Capability.of("SORT"));

    private final ProgramSearch search;
    private final SortSource source;
    private final Announcer announcer;

    @Inject
    public SortProcessor(
            MailboxManager mailboxManager,
            StatusResponseFactory responses,
            MetricFactory metrics,
            ProgramSearch search,
            SortSource source,
            Announcer announcer) {
        super(SortRequest.class, mailboxManager, responses, metrics);
        this.search = search;
        this.source = source;
        this.announcer = announcer;
    }

    @Override
    public List<Capability> getImplementedCapabilities(ImapSession session) {
        return CAPABILITIES;
    }

    /** New messages are announced first, so that the client knows every number it is given. */
    @Override
    protected Mono<Void> processRequestReactive(
            SortRequest request, ImapSession session, Responder responder) {
        return announcer
                .announce(session, responder, false, request.uids())
                .then(Mono.defer(() -> getSelectedMailboxReactive(session)))
                .flatMap(mailbox -> answer(request, session, responder, mailbox))
                .doOnNext(responder::respond)
                .then(announce(request, session, responder))
                .then(Mono.fromRunnable(() -> okComplete(request, responder)));
    }

    /** EXPUNGE may come with UID SORT only. */
    private Mono<Void> announce(SortRequest request, ImapSession session, Responder responder) {
        return announcer.announce(session, responder, request.uids(), request.uids());
    }

    private Mono<SortResponse> answer(
            SortRequest request, ImapSession session, Responder responder, MessageManager mailbox) {
        return search.find(request.search(), session, mailbox)
                .flatMap(found -> sorted(request, session, mailbox, found))
                .flatMap(
                        messages ->
                                enableCondstore(request, session, responder, mailbox)
                                        .thenReturn(response(request, session, messages)));
    }

    private Mono<List<SortableMessage>> sorted(
            SortRequest request,
            ImapSession session,
            MessageManager mailbox,
            Set<MessageUid> found) {
        return source.messages(
                        mailbox, session.getMailboxSession(), found, request.order().needsHeaders())
                .collectSortedList(request.order().order());
    }

    /** A MODSEQ criterion turns CONDSTORE on (RFC 7162 §3.1). */
    private Mono<Void> enableCondstore(
            SortRequest request, ImapSession session, Responder responder, MessageManager mailbox) {
        if (!request.search().modSeq()) {
            return Mono.empty();
        }
        return metaData(session, mailbox)
                .doOnNext(found -> condstoreEnablingCommand(session, responder, found, true))
                .then();
    }

    private static Mono<MailboxMetaData> metaData(ImapSession session, MessageManager mailbox) {
        try {
            return Mono.from(
                    mailbox.getMetaDataReactive(
                            MailboxMetaData.RecentMode.IGNORE,
                            session.getMailboxSession(),
                            EnumSet.of(MailboxMetaData.Item.HighestModSeq)));
        } catch (MailboxException e) {
            return Mono.error(e);
        }
    }

    private static SortResponse response(
            SortRequest request, ImapSession session, List<SortableMessage> messages) {
        SelectedMailbox selected = session.getSelected();
        List<Long> numbers =
                messages.stream()
                        .map(SortableMessage::uid)
                        .flatMap(uid -> number(request, selected, uid).stream())
                        .toList();
        return new SortResponse(numbers, highestModSeq(request, messages));
    }

    private static Optional<Long> number(
            SortRequest request, SelectedMailbox selected, MessageUid uid) {
        return request.uids()
                ? Optional.of(uid.asLong())
                : selected.msn(uid).asInt().map(Integer::longValue);
    }

    private static Optional<ModSeq> highestModSeq(
            SortRequest request, List<SortableMessage> messages) {
        return messages.stream()
                .filter(message -> request.search().modSeq())
                .map(SortableMessage::modSeq)
                .max(ModSeq::compareTo);
    }

    @Override
    protected MDCBuilder mdc(SortRequest request) {
        return MDCBuilder.create()
                .addToContext(MDCBuilder.ACTION, "SORT")
                .addToContext("order", request.order().toString())
                .addToContext("uids", Boolean.toString(request.uids()));
    }
}
