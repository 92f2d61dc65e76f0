package org.jamestandem.imap.sort.james;

import com.google.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.apache.james.imap.api.message.Capability;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.imap.processor.AbstractMailboxProcessor;
import org.apache.james.imap.processor.CapabilityImplementingProcessor;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.ModSeq;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.util.MDCBuilder;
import org.jamestandem.imap.acl.Right;
import org.jamestandem.imap.acl.james.AccessGate;
import org.jamestandem.imap.interop.james.Announcer;
import org.jamestandem.imap.search.SearchTooLarge;
import org.jamestandem.imap.search.Uids;
import org.jamestandem.imap.search.james.ModSeqs;
import org.jamestandem.imap.search.james.ProgramSearch;
import org.jamestandem.imap.search.james.Unanswered;
import org.jamestandem.imap.sort.SortSource;
import org.jamestandem.imap.sort.SortableMessage;
import reactor.core.publisher.Mono;

/** Answers SORT and UID SORT (RFC 5256 §3). */
public final class SortProcessor extends AbstractMailboxProcessor<SortRequest>
        implements CapabilityImplementingProcessor {
    private static final List<Capability> CAPABILITIES = List.of(Capability.of("SORT"));

    private final ProgramSearch search;
    private final ModSeqs modSeqs;
    private final AccessGate gate;
    private final SortSource source;
    private final Announcer announcer;

    @Inject
    public SortProcessor(
            MailboxManager mailboxManager,
            StatusResponseFactory responses,
            MetricFactory metrics,
            ProgramSearch search,
            ModSeqs modSeqs,
            AccessGate gate,
            SortSource source,
            Announcer announcer) {
        super(SortRequest.class, mailboxManager, responses, metrics);
        this.search = search;
        this.modSeqs = modSeqs;
        this.gate = gate;
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
        return gate.passage(request, session, responder)
                .needsSelected(Right.READ)
                .then(() -> sort(request, session, responder))
                .onErrorResume(
                        SearchTooLarge.class,
                        e -> Mono.fromRunnable(() -> responder.respond(Unanswered.of(request, e))));
    }

    private Mono<Void> sort(SortRequest request, ImapSession session, Responder responder) {
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
            SortRequest request, ImapSession session, MessageManager mailbox, Uids found) {
        List<MessageUid> uids = found.stream().mapToObj(MessageUid::of).toList();
        return source.messages(
                        mailbox, session.getMailboxSession(), uids, request.order().needsHeaders())
                .collectSortedList(request.order().order());
    }

    /** A MODSEQ criterion turns CONDSTORE on (RFC 7162 §3.1). */
    private Mono<Void> enableCondstore(
            SortRequest request, ImapSession session, Responder responder, MessageManager mailbox) {
        return request.search().modSeq()
                ? modSeqs.current(session, mailbox)
                        .doOnNext(data -> condstoreEnablingCommand(session, responder, data, true))
                        .then()
                : Mono.empty();
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
