package org.jamestandem.imap.metadata.james;

import com.google.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.apache.james.imap.api.display.HumanReadableText;
import org.apache.james.imap.api.message.response.StatusResponse.ResponseCode;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.message.request.GetMetadataRequest;
import org.apache.james.imap.message.response.MetadataResponse;
import org.apache.james.imap.processor.GetMetadataProcessor;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.model.MailboxAnnotation;
import org.apache.james.mailbox.model.MailboxAnnotationKey;
import org.apache.james.metrics.api.MetricFactory;
import org.jamestandem.imap.acl.Rights;
import org.jamestandem.imap.acl.james.AccessGate;
import org.jamestandem.imap.metadata.EntrySelection;
import org.jamestandem.imap.sharing.james.MailboxNames;
import org.jamestandem.imap.sharing.james.Place;
import org.jamestandem.kernel.metadata.AllServerEntries;
import org.jamestandem.kernel.metadata.ServerEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * GETMETADATA (RFC 5464 §4.2): entries of the server and of other people's mailboxes from us, those
 * of one's own mailboxes from James.
 */
public class GetMetadata extends GetMetadataProcessor {
    private static final Logger LOGGER = LoggerFactory.getLogger(GetMetadata.class);

    /** Beside {@code l}, one of these lets who has it read and write annotations (§3.3). */
    static final Rights ANY_OF = Rights.parse("rswip");

    private final AllServerEntries entries;
    private final ForeignMetadata foreign;
    private final AccessGate gate;
    private final MailboxNames names;

    @Inject
    GetMetadata(
            MailboxManager mailboxes,
            StatusResponseFactory responses,
            MetricFactory metrics,
            AllServerEntries entries,
            ForeignMetadata foreign,
            AccessGate gate,
            MailboxNames names) {
        super(mailboxes, responses, metrics);
        this.entries = entries;
        this.foreign = foreign;
        this.gate = gate;
        this.names = names;
    }

    @Override
    protected Mono<Void> processRequestReactive(
            GetMetadataRequest request, ImapSession session, Responder responder) {
        String mailbox = request.getMailboxName();
        if (mailbox.isEmpty()) {
            return answer(request, responder, ofServer(session));
        }
        return gate.passage(request, session, responder)
                .needsLookupAndAny(ANY_OF, mailbox)
                .then(() -> ofMailbox(request, session, responder));
    }

    private Mono<Void> ofMailbox(
            GetMetadataRequest request, ImapSession session, Responder responder) {
        Optional<Place> place =
                names.place(request.getMailboxName(), session).filter(Place::foreign);
        return place.isEmpty()
                ? super.processRequestReactive(request, session, responder)
                : answer(
                        request,
                        responder,
                        foreign.of(place.get().path(), session.getMailboxSession()));
    }

    private Flux<MailboxAnnotation> ofServer(ImapSession session) {
        return entries.of(session.getUserName()).map(GetMetadata::annotation);
    }

    private Mono<Void> answer(
            GetMetadataRequest request, Responder responder, Flux<MailboxAnnotation> all) {
        EntrySelection selection = selection(request);
        return all.filter(one -> selection.includes(one.getKey().asString()))
                .collectList()
                .doOnNext(found -> answer(request, responder, selection, found))
                .onErrorResume(
                        error -> {
                            LOGGER.error("Could not read metadata", error);
                            no(
                                    request,
                                    responder,
                                    HumanReadableText.GENERIC_FAILURE_DURING_PROCESSING);
                            return Mono.empty();
                        })
                .then();
    }

    private void answer(
            GetMetadataRequest request,
            Responder responder,
            EntrySelection selection,
            List<MailboxAnnotation> found) {
        List<MailboxAnnotation> shown =
                found.stream().filter(one -> !selection.isTooLarge(one.size())).toList();
        if (!shown.isEmpty()) {
            responder.respond(new MetadataResponse(request.getMailboxName(), shown));
        }
        OptionalInt longest =
                found.stream()
                        .mapToInt(MailboxAnnotation::size)
                        .filter(selection::isTooLarge)
                        .max();
        if (longest.isPresent()) {
            okComplete(request, ResponseCode.longestMetadataEntry(longest.getAsInt()), responder);
        } else {
            okComplete(request, responder);
        }
    }

    private static EntrySelection selection(GetMetadataRequest request) {
        return new EntrySelection(
                request.getKeys().stream()
                        .map(MailboxAnnotationKey::asString)
                        .collect(Collectors.toSet()),
                switch (request.getDepth()) {
                    case ZERO -> 0;
                    case ONE -> 1;
                    case INFINITY -> Integer.MAX_VALUE;
                },
                request.getMaxsize().map(OptionalInt::of).orElse(OptionalInt.empty()));
    }

    private static MailboxAnnotation annotation(ServerEntry entry) {
        return MailboxAnnotation.newInstance(new MailboxAnnotationKey(entry.name()), entry.value());
    }
}
