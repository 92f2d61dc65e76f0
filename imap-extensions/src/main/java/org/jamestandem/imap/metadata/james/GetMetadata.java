package org.jamestandem.imap.metadata.james;

import com.google.inject.Inject;
import java.util.List;
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
import org.jamestandem.imap.metadata.EntrySelection;
import org.jamestandem.kernel.metadata.AllServerEntries;
import org.jamestandem.kernel.metadata.ServerEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** GETMETADATA (RFC 5464 §4.2): entries of the server from us, those of mailboxes from James. */
public class GetMetadata extends GetMetadataProcessor {
    private static final Logger LOGGER = LoggerFactory.getLogger(GetMetadata.class);

    private final AllServerEntries entries;

    @Inject
    GetMetadata(
            MailboxManager mailboxes,
            StatusResponseFactory responses,
            MetricFactory metrics,
            AllServerEntries entries) {
        super(mailboxes, responses, metrics);
        this.entries = entries;
    }

    @Override
    protected Mono<Void> processRequestReactive(
            GetMetadataRequest request, ImapSession session, Responder responder) {
        if (!request.getMailboxName().isEmpty()) {
            return super.processRequestReactive(request, session, responder);
        }
        EntrySelection selection = selection(request);
        return entries.of(session.getUserName())
                .filter(selection::includes)
                .collectList()
                .doOnNext(found -> answer(request, responder, selection, found))
                .onErrorResume(
                        error -> {
                            LOGGER.error("Could not read server metadata", error);
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
            List<ServerEntry> found) {
        List<MailboxAnnotation> shown =
                selection.smallEnough(found).stream().map(GetMetadata::annotation).toList();
        if (!shown.isEmpty()) {
            responder.respond(new MetadataResponse("", shown));
        }
        OptionalInt longest = selection.longest(found);
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
