package org.jamestandem.imap.sort.james;

import com.google.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.apache.james.imap.api.message.Capability;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.processor.AbstractMailboxProcessor;
import org.apache.james.imap.processor.CapabilityImplementingProcessor;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.ModSeq;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.util.MDCBuilder;
import org.jamestandem.imap.acl.Right;
import org.jamestandem.imap.acl.james.AccessControlledMailboxes;
import org.jamestandem.imap.acl.james.AccessGate;
import org.jamestandem.imap.interop.james.Announcer;
import org.jamestandem.imap.search.SearchTooLarge;
import org.jamestandem.imap.search.Uids;
import org.jamestandem.imap.search.james.FoundMessages;
import org.jamestandem.imap.search.james.ModSeqs;
import org.jamestandem.imap.search.james.ProgramSearch;
import org.jamestandem.imap.search.james.ReturnOptions;
import org.jamestandem.imap.search.james.SavedResult;
import org.jamestandem.imap.search.james.SequenceNumbers;
import org.jamestandem.imap.search.james.Unanswered;
import org.jamestandem.imap.sort.SortSource;
import org.jamestandem.imap.sort.SortableMessage;
import reactor.core.publisher.Mono;

/** Answers SORT and UID SORT (RFC 5256 §3). */
public final class SortProcessor extends AbstractMailboxProcessor<SortRequest>
        implements CapabilityImplementingProcessor {
    private static final List<Capability> CAPABILITIES =
            List.of(Capability.of("SORT"), Capability.of("SORT=DISPLAY"), Capability.of("ESORT"));

    private final ProgramSearch search;
    private final ModSeqs modSeqs;
    private final AccessGate gate;
    private final SortSource source;
    private final Announcer announcer;

    @Inject
    public SortProcessor(
            AccessControlledMailboxes mailboxes,
            StatusResponseFactory responses,
            MetricFactory metrics,
            ProgramSearch search,
            ModSeqs modSeqs,
            AccessGate gate,
            SortSource source,
            Announcer announcer) {
        super(SortRequest.class, mailboxes, responses, metrics);
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
                .then(announce(request, session, responder))
                .then(Mono.fromRunnable(() -> okComplete(request, responder)));
    }

    /** EXPUNGE may come with UID SORT only. */
    private Mono<Void> announce(SortRequest request, ImapSession session, Responder responder) {
        return announcer.announce(session, responder, request.uids(), request.uids());
    }

    private Mono<Void> answer(
            SortRequest request, ImapSession session, Responder responder, MessageManager mailbox) {
        return search.find(request.search(), session, mailbox)
                .flatMap(found -> sorted(request, session, mailbox, found))
                .flatMap(
                        messages ->
                                enableCondstore(request, session, responder, mailbox)
                                        .then(
                                                Mono.fromRunnable(
                                                        () ->
                                                                respond(
                                                                        request, session,
                                                                        responder, messages))));
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

    private static void respond(
            SortRequest request,
            ImapSession session,
            Responder responder,
            List<SortableMessage> messages) {
        List<Long> uids = messages.stream().map(message -> message.uid().asLong()).toList();
        List<Long> numbers =
                request.uids() ? uids : SequenceNumbers.of(session.getSelected(), uids);
        ReturnOptions options = request.options().orElse(ReturnOptions.ALL);
        FoundMessages found = new FoundMessages(uids, numbers, options);
        Optional<ModSeq> highest = highestModSeq(request, messages, found.told());
        if (request.saves()) {
            SavedResult.save(session, found.told());
        }
        if (request.options().isEmpty()) {
            responder.respond(new SortResponse(numbers, highest));
        } else if (!options.savesOnly()) {
            responder.respond(
                    found.answer(request.getTag(), request.uids(), highest.map(ModSeq::asLong)));
        }
    }

    private static Optional<ModSeq> highestModSeq(
            SortRequest request, List<SortableMessage> messages, Uids told) {
        return messages.stream()
                .filter(message -> request.search().modSeq())
                .filter(message -> told.contains(message.uid().asLong()))
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
