package org.jamestandem.imap.search.james;

import com.google.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.apache.james.imap.api.display.HumanReadableText;
import org.apache.james.imap.api.message.Capability;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.processor.AbstractMailboxProcessor;
import org.apache.james.imap.processor.CapabilityImplementingProcessor;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.util.MDCBuilder;
import org.jamestandem.imap.acl.james.AccessControlledMailboxes;
import org.jamestandem.imap.interop.james.Announcer;
import org.jamestandem.imap.search.SearchTooLarge;
import org.jamestandem.imap.search.Uids;
import org.jamestandem.imap.sharing.james.MailboxNames;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers ESEARCH: a search over several mailboxes, none of which need be selected (RFC 7377). */
public final class ManyProcessor extends AbstractMailboxProcessor<ManyRequest>
        implements CapabilityImplementingProcessor {
    private static final List<Capability> CAPABILITIES = List.of(Capability.of("MULTISEARCH"));

    /** Mailboxes searched by one command. */
    private static final int MOST_MAILBOXES = 1_000;

    private final SourceMailboxes sources;
    private final AccessControlledMailboxes mailboxes;
    private final MailboxNames names;
    private final ProgramSearch search;
    private final ModSeqs modSeqs;
    private final Announcer announcer;

    @Inject
    public ManyProcessor(
            MailboxManager mailboxManager,
            StatusResponseFactory responses,
            MetricFactory metrics,
            SourceMailboxes sources,
            AccessControlledMailboxes mailboxes,
            MailboxNames names,
            ProgramSearch search,
            ModSeqs modSeqs,
            Announcer announcer) {
        super(ManyRequest.class, mailboxManager, responses, metrics);
        this.sources = sources;
        this.mailboxes = mailboxes;
        this.names = names;
        this.search = search;
        this.modSeqs = modSeqs;
        this.announcer = announcer;
    }

    @Override
    public List<Capability> getImplementedCapabilities(ImapSession session) {
        return CAPABILITIES;
    }

    @Override
    protected Mono<Void> processRequestReactive(
            ManyRequest request, ImapSession session, Responder responder) {
        boolean needsSelected =
                request.sources().stream()
                        .anyMatch(source -> source.kind() == MailboxSource.Kind.SELECTED);
        if (needsSelected && session.getSelected() == null) {
            return Mono.fromRunnable(
                    () -> taggedBad(request, responder, HumanReadableText.INVALID_COMMAND));
        }
        return find(request, session, responder)
                .onErrorResume(e -> forgetSaved(request, session).then(Mono.error(e)))
                .onErrorResume(
                        SearchTooLarge.class,
                        e -> Mono.fromRunnable(() -> responder.respond(Unanswered.of(request, e))));
    }

    private Mono<Void> find(ManyRequest request, ImapSession session, Responder responder) {
        return announcer
                .announce(session, responder, true, true)
                .thenMany(sources.of(request.sources(), session))
                .take(MOST_MAILBOXES + 1L)
                .collectList()
                .flatMap(
                        paths ->
                                paths.size() > MOST_MAILBOXES
                                        ? Mono.<Void>fromRunnable(
                                                () -> responder.respond(tooMany(request)))
                                        : find(request, session, responder, paths));
    }

    private static Unanswered tooMany(ManyRequest request) {
        return new Unanswered(request, "LIMIT", "At most %d mailboxes.".formatted(MOST_MAILBOXES));
    }

    private Mono<Void> find(
            ManyRequest request,
            ImapSession session,
            Responder responder,
            List<MailboxPath> paths) {
        return Flux.fromIterable(paths)
                .concatMap(path -> find(request, session, responder, path))
                .then(announcer.announce(session, responder, true, true))
                .then(Mono.fromRunnable(() -> okComplete(request, responder)));
    }

    /** Nothing is said of a mailbox without a match, or one that has gone meanwhile. */
    private Mono<Void> find(
            ManyRequest request, ImapSession session, Responder responder, MailboxPath path) {
        return mailboxes
                .getMailboxReactive(path, session.getMailboxSession())
                .flatMap(
                        mailbox ->
                                found(request, session, mailbox)
                                        .doOnNext(uids -> save(request, session, uids))
                                        .filter(uids -> !uids.isEmpty())
                                        .flatMap(
                                                uids ->
                                                        answer(
                                                                request, session, path, mailbox,
                                                                uids))
                                        .doOnNext(responder::respond))
                .then()
                .onErrorResume(MailboxNotFoundException.class, e -> Mono.empty());
    }

    private Mono<Uids> found(ManyRequest request, ImapSession session, MessageManager mailbox) {
        boolean selected =
                session.getSelected() != null
                        && session.getSelected().getMailboxId().equals(mailbox.getId());
        return selected
                ? search.find(request.search(), session, mailbox)
                : search.find(request.search(), session.getMailboxSession(), mailbox);
    }

    private static void save(ManyRequest request, ImapSession session, Uids uids) {
        if (request.options().has(ReturnOption.SAVE)) {
            SavedResult.save(session, messages(request, uids).told());
        }
    }

    private Mono<ExtendedResponse> answer(
            ManyRequest request,
            ImapSession session,
            MailboxPath path,
            MessageManager mailbox,
            Uids uids) {
        if (request.options().savesOnly()) {
            return Mono.empty();
        }
        FoundMessages found = messages(request, uids);
        Mono<Optional<Long>> highest =
                request.search().modSeq()
                        ? modSeqs.highest(session.getMailboxSession(), mailbox, found.told())
                        : Mono.just(Optional.empty());
        return highest.flatMap(
                modSeq ->
                        Mono.fromCallable(
                                () ->
                                        found.answer(
                                                request.getTag(),
                                                Optional.of(
                                                        place(names.name(path, session), mailbox)),
                                                true,
                                                modSeq)));
    }

    private static FoundMessages messages(ManyRequest request, Uids uids) {
        List<Long> numbers = uids.stream().boxed().toList();
        return new FoundMessages(numbers, numbers, request.options());
    }

    private static ExtendedResponse.Place place(String name, MessageManager mailbox)
            throws MailboxException {
        return new ExtendedResponse.Place(
                name, mailbox.getMailboxEntity().getUidValidity().asLong());
    }

    private static Mono<Void> forgetSaved(ManyRequest request, ImapSession session) {
        return Mono.fromRunnable(() -> save(request, session, Uids.NONE));
    }

    @Override
    protected MDCBuilder mdc(ManyRequest request) {
        return MDCBuilder.create().addToContext(MDCBuilder.ACTION, "ESEARCH");
    }
}
