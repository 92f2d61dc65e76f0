package org.jamestandem.imap.thread.james;

import com.google.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import org.apache.james.imap.api.message.Capability;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.imap.processor.AbstractMailboxProcessor;
import org.apache.james.imap.processor.CapabilityImplementingProcessor;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.FetchGroup;
import org.apache.james.mailbox.model.MessageResult;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.util.MDCBuilder;
import org.jamestandem.imap.acl.Right;
import org.jamestandem.imap.acl.james.AccessControlledMailboxes;
import org.jamestandem.imap.acl.james.AccessGate;
import org.jamestandem.imap.interop.james.Announcer;
import org.jamestandem.imap.search.SearchTooLarge;
import org.jamestandem.imap.search.UidSpans;
import org.jamestandem.imap.search.Uids;
import org.jamestandem.imap.search.james.ModSeqs;
import org.jamestandem.imap.search.james.ProgramSearch;
import org.jamestandem.imap.search.james.Unanswered;
import org.jamestandem.imap.thread.ThreadHeaderReader;
import org.jamestandem.imap.thread.ThreadMessage;
import org.jamestandem.imap.thread.ThreadNode;
import org.jamestandem.imap.thread.ThreadText;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Answers THREAD and UID THREAD (RFC 5256 §3). */
public final class ThreadProcessor extends AbstractMailboxProcessor<ThreadRequest>
        implements CapabilityImplementingProcessor {
    private static final List<Capability> CAPABILITIES =
            List.of(Capability.of("THREAD=ORDEREDSUBJECT"), Capability.of("THREAD=REFERENCES"));

    /** Ranged reads of headers per command, at most. */
    private static final int MOST_READS = 64;

    private final ProgramSearch search;
    private final ModSeqs modSeqs;
    private final AccessGate gate;
    private final Announcer announcer;
    private final ThreadHeaderReader headers = new ThreadHeaderReader();

    @Inject
    public ThreadProcessor(
            AccessControlledMailboxes mailboxManager,
            StatusResponseFactory responses,
            MetricFactory metrics,
            ProgramSearch search,
            ModSeqs modSeqs,
            AccessGate gate,
            Announcer announcer) {
        super(ThreadRequest.class, mailboxManager, responses, metrics);
        this.search = search;
        this.modSeqs = modSeqs;
        this.gate = gate;
        this.announcer = announcer;
    }

    @Override
    public List<Capability> getImplementedCapabilities(ImapSession session) {
        return CAPABILITIES;
    }

    @Override
    protected Mono<Void> processRequestReactive(
            ThreadRequest request, ImapSession session, Responder responder) {
        return gate.passage(request, session, responder)
                .needsSelected(Right.READ)
                .then(() -> thread(request, session, responder))
                .onErrorResume(
                        SearchTooLarge.class,
                        e -> Mono.fromRunnable(() -> responder.respond(Unanswered.of(request, e))));
    }

    /** As SORT: what is new is announced first, what was removed after UID THREAD only. */
    private Mono<Void> thread(ThreadRequest request, ImapSession session, Responder responder) {
        return announcer
                .announce(session, responder, false, request.uids())
                .then(Mono.defer(() -> getSelectedMailboxReactive(session)))
                .flatMap(mailbox -> answer(request, session, responder, mailbox))
                .then(announcer.announce(session, responder, request.uids(), request.uids()))
                .then(Mono.fromRunnable(() -> okComplete(request, responder)));
    }

    private Mono<Void> answer(
            ThreadRequest request,
            ImapSession session,
            Responder responder,
            MessageManager mailbox) {
        return search.find(request.search(), session, mailbox)
                .flatMapMany(found -> messages(session, mailbox, found))
                .collectSortedList(Comparator.comparingLong(ThreadMessage::uid))
                .publishOn(Schedulers.parallel())
                .map(request.algorithm()::threads)
                .flatMap(
                        threads ->
                                enableCondstore(request, session, responder, mailbox)
                                        .then(
                                                Mono.fromRunnable(
                                                        () ->
                                                                responder.respond(
                                                                        response(
                                                                                request, session,
                                                                                threads)))));
    }

    private static ThreadResponse response(
            ThreadRequest request, ImapSession session, List<ThreadNode> threads) {
        SelectedMailbox selected = session.getSelected();
        return new ThreadResponse(
                ThreadText.of(threads, uid -> request.uids() ? uid : number(selected, uid)));
    }

    private static long number(SelectedMailbox selected, long uid) {
        return selected.msn(MessageUid.of(uid))
                .asInt()
                .orElseThrow(() -> new IllegalStateException("no number for uid " + uid));
    }

    private Flux<ThreadMessage> messages(ImapSession session, MessageManager mailbox, Uids found) {
        List<MessageUid> uids = found.stream().mapToObj(MessageUid::of).toList();
        return Flux.fromIterable(UidSpans.covering(uids, MOST_READS))
                .concatMap(
                        range ->
                                mailbox.getMessagesReactive(
                                        range, FetchGroup.HEADERS, session.getMailboxSession()))
                .filter(message -> found.contains(message.getUid().asLong()))
                .map(this::read);
    }

    private ThreadMessage read(MessageResult message) {
        try (InputStream header = message.getHeaders().getInputStream()) {
            return headers.read(
                    message.getUid().asLong(), message.getInternalDate().toInstant(), header);
        } catch (IOException | MailboxException e) {
            throw Exceptions.propagate(e);
        }
    }

    /** A MODSEQ criterion turns CONDSTORE on (RFC 7162 §3.1). */
    private Mono<Void> enableCondstore(
            ThreadRequest request,
            ImapSession session,
            Responder responder,
            MessageManager mailbox) {
        return request.search().modSeq()
                ? modSeqs.current(session, mailbox)
                        .doOnNext(data -> condstoreEnablingCommand(session, responder, data, true))
                        .then()
                : Mono.empty();
    }

    @Override
    protected MDCBuilder mdc(ThreadRequest request) {
        return MDCBuilder.create()
                .addToContext(MDCBuilder.ACTION, "THREAD")
                .addToContext("algorithm", request.algorithm().name())
                .addToContext("uids", Boolean.toString(request.uids()));
    }
}
