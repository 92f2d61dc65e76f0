package org.jamestandem.imap.metadata.james;

import com.google.inject.Inject;
import java.util.Optional;
import org.apache.james.core.Username;
import org.apache.james.imap.api.display.HumanReadableText;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.message.request.SetMetadataRequest;
import org.apache.james.imap.processor.SetMetadataProcessor;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.exception.AnnotationException;
import org.apache.james.mailbox.model.MailboxAnnotation;
import org.apache.james.metrics.api.MetricFactory;
import org.jamestandem.imap.acl.james.AccessGate;
import org.jamestandem.imap.sharing.james.MailboxNames;
import org.jamestandem.imap.sharing.james.Place;
import org.jamestandem.kernel.metadata.AllServerEntries;
import org.jamestandem.kernel.metadata.ServerEntries;
import org.jamestandem.kernel.metadata.ServerEntry;
import org.jamestandem.kernel.settings.InvalidSetting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * SETMETADATA (RFC 5464 §4.3): entries of the server and of other people's mailboxes to us, those
 * of one's own mailboxes to James.
 */
public class SetMetadata extends SetMetadataProcessor {
    private static final Logger LOGGER = LoggerFactory.getLogger(SetMetadata.class);
    private static final String KEY = "org.apache.james.imap.SERVER_METADATA";

    private final AllServerEntries entries;
    private final ForeignMetadata foreign;
    private final AccessGate gate;
    private final MailboxNames names;

    @Inject
    SetMetadata(
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
            SetMetadataRequest request, ImapSession session, Responder responder) {
        String mailbox = request.getMailboxName();
        if (mailbox.isEmpty()) {
            return ofServer(request, session, responder);
        }
        return gate.passage(request, session, responder)
                .needsLookupAndAny(GetMetadata.ANY_OF, mailbox)
                .then(() -> ofMailbox(request, session, responder));
    }

    private Mono<Void> ofMailbox(
            SetMetadataRequest request, ImapSession session, Responder responder) {
        Optional<Place> place =
                names.place(request.getMailboxName(), session).filter(Place::foreign);
        return place.isEmpty()
                ? super.processRequestReactive(request, session, responder)
                : ofForeign(place.get(), request, session, responder);
    }

    private Mono<Void> ofForeign(
            Place place, SetMetadataRequest request, ImapSession session, Responder responder) {
        return foreign.set(
                        place.path(),
                        request.getMailboxAnnotations(),
                        session.getMailboxSession(),
                        request)
                .doOnNext(responder::respond)
                .hasElement()
                .doOnNext(
                        refused -> {
                            if (!refused) {
                                okComplete(request, responder);
                            }
                        })
                .onErrorResume(
                        AnnotationException.class,
                        wrong -> {
                            no(request, responder, new HumanReadableText(KEY, wrong.getMessage()));
                            return Mono.empty();
                        })
                .onErrorResume(error -> failed(request, responder, error))
                .then();
    }

    private <T> Mono<T> failed(SetMetadataRequest request, Responder responder, Throwable error) {
        LOGGER.error("Could not set metadata", error);
        no(request, responder, HumanReadableText.GENERIC_FAILURE_DURING_PROCESSING);
        return Mono.empty();
    }

    private Mono<Void> ofServer(
            SetMetadataRequest request, ImapSession session, Responder responder) {
        return Flux.fromIterable(request.getMailboxAnnotations())
                .concatMap(annotation -> set(session.getUserName(), annotation))
                .then(Mono.<Void>fromRunnable(() -> okComplete(request, responder)))
                .onErrorResume(
                        InvalidSetting.class,
                        wrong -> {
                            no(request, responder, new HumanReadableText(KEY, wrong.getMessage()));
                            return Mono.empty();
                        })
                .onErrorResume(error -> failed(request, responder, error));
    }

    private Mono<Void> set(Username user, MailboxAnnotation annotation) {
        String name = annotation.getKey().asString();
        ServerEntries keeper =
                entries.keeper(name)
                        .orElseThrow(
                                () -> new InvalidSetting("this server keeps no entry " + name));
        return annotation.isNil()
                ? keeper.remove(user, name)
                : keeper.set(user, new ServerEntry(name, annotation.getValue().orElse("")));
    }
}
