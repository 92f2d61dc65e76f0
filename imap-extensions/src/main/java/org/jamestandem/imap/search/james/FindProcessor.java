package org.jamestandem.imap.search.james;

import com.google.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.apache.james.imap.api.message.Capability;
import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.processor.AbstractMailboxProcessor;
import org.apache.james.imap.processor.CapabilityImplementingProcessor;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.util.MDCBuilder;
import org.jamestandem.imap.acl.Right;
import org.jamestandem.imap.acl.james.AccessControlledMailboxes;
import org.jamestandem.imap.acl.james.AccessGate;
import org.jamestandem.imap.interop.james.Announcer;
import org.jamestandem.imap.search.SearchTooLarge;
import org.jamestandem.imap.search.Uids;
import reactor.core.publisher.Mono;

/** Answers SEARCH and UID SEARCH (RFC 3501 §6.4.4, RFC 4731, RFC 5182). */
public final class FindProcessor extends AbstractMailboxProcessor<FindRequest>
        implements CapabilityImplementingProcessor {
    private static final List<Capability> CAPABILITIES =
            List.of(Capability.of("WITHIN"), Capability.of("ESEARCH"), Capability.of("SEARCHRES"));

    private final ProgramSearch search;
    private final ModSeqs modSeqs;
    private final AccessGate gate;
    private final Announcer announcer;

    @Inject
    public FindProcessor(
            AccessControlledMailboxes mailboxManager,
            StatusResponseFactory responses,
            MetricFactory metrics,
            ProgramSearch search,
            ModSeqs modSeqs,
            AccessGate gate,
            Announcer announcer) {
        super(FindRequest.class, mailboxManager, responses, metrics);
        this.search = search;
        this.modSeqs = modSeqs;
        this.gate = gate;
        this.announcer = announcer;
    }

    @Override
    public List<Capability> getImplementedCapabilities(ImapSession session) {
        return CAPABILITIES;
    }

    /** New messages are announced first, so that the client knows every number it is given. */
    @Override
    protected Mono<Void> processRequestReactive(
            FindRequest request, ImapSession session, Responder responder) {
        return gate.passage(request, session, responder)
                .needsSelected(Right.READ)
                .then(() -> find(request, session, responder))
                .onErrorResume(e -> forgetSaved(request, session).then(Mono.error(e)))
                .onErrorResume(
                        SearchTooLarge.class,
                        e -> Mono.fromRunnable(() -> responder.respond(Unanswered.of(request, e))));
    }

    private Mono<Void> find(FindRequest request, ImapSession session, Responder responder) {
        return announcer
                .announce(session, responder, false, request.uids())
                .then(Mono.defer(() -> getSelectedMailboxReactive(session)))
                .flatMap(mailbox -> answer(request, session, responder, mailbox))
                .then(announcer.announce(session, responder, request.uids(), request.uids()))
                .then(Mono.fromRunnable(() -> okComplete(request, responder)));
    }

    private Mono<Void> answer(
            FindRequest request, ImapSession session, Responder responder, MessageManager mailbox) {
        return search.find(request.search(), session, mailbox)
                .map(found -> found(request, session, found))
                .flatMap(
                        found ->
                                highest(request, session, responder, mailbox, found)
                                        .doOnNext(
                                                modSeq ->
                                                        respond(
                                                                request, session, responder, found,
                                                                modSeq)))
                .then();
    }

    private static FoundMessages found(FindRequest request, ImapSession session, Uids found) {
        List<Long> uids = found.stream().boxed().toList();
        return new FoundMessages(
                uids,
                request.uids() ? uids : SequenceNumbers.of(session.getSelected(), found),
                request.options().orElse(ReturnOptions.ALL));
    }

    /** The highest mod-sequence, if it was asked for and there is one. */
    private Mono<Optional<Long>> highest(
            FindRequest request,
            ImapSession session,
            Responder responder,
            MessageManager mailbox,
            FoundMessages found) {
        if (!request.search().modSeq()) {
            return Mono.just(Optional.empty());
        }
        return modSeqs.current(session, mailbox)
                .doOnNext(data -> condstoreEnablingCommand(session, responder, data, true))
                .then(modSeqs.highest(session, mailbox, found.told()));
    }

    private static void respond(
            FindRequest request,
            ImapSession session,
            Responder responder,
            FoundMessages found,
            Optional<Long> modSeq) {
        if (request.saves()) {
            SavedResult.save(session, found.told());
        }
        if (!found.options().savesOnly()) {
            responder.respond(response(request, found, modSeq));
        }
    }

    private static ImapResponseMessage response(
            FindRequest request, FoundMessages found, Optional<Long> modSeq) {
        return request.options().isEmpty()
                ? new FoundResponse(found.numbers(), modSeq)
                : found.answer(request.getTag(), request.uids(), modSeq);
    }

    /** A search that fails leaves nothing saved (RFC 5182 §2.1). */
    private static Mono<Void> forgetSaved(FindRequest request, ImapSession session) {
        return Mono.fromRunnable(
                () -> {
                    if (request.saves()) {
                        SavedResult.save(session, Uids.NONE);
                    }
                });
    }

    @Override
    protected MDCBuilder mdc(FindRequest request) {
        return MDCBuilder.create()
                .addToContext(MDCBuilder.ACTION, "SEARCH")
                .addToContext("uids", Boolean.toString(request.uids()));
    }
}
