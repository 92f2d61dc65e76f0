package org.jamestandem.imap.metadata.james;

import com.google.inject.Inject;
import org.apache.james.core.Username;
import org.apache.james.imap.api.display.HumanReadableText;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.message.request.SetMetadataRequest;
import org.apache.james.imap.processor.SetMetadataProcessor;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.model.MailboxAnnotation;
import org.apache.james.metrics.api.MetricFactory;
import org.jamestandem.kernel.metadata.AllServerEntries;
import org.jamestandem.kernel.metadata.ServerEntries;
import org.jamestandem.kernel.metadata.ServerEntry;
import org.jamestandem.kernel.settings.InvalidSetting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** SETMETADATA (RFC 5464 §4.3): entries of the server to us, those of mailboxes to James. */
public class SetMetadata extends SetMetadataProcessor {
    private static final Logger LOGGER = LoggerFactory.getLogger(SetMetadata.class);
    private static final String KEY = "org.apache.james.imap.SERVER_METADATA";

    private final AllServerEntries entries;

    @Inject
    SetMetadata(
            MailboxManager mailboxes,
            StatusResponseFactory responses,
            MetricFactory metrics,
            AllServerEntries entries) {
        super(mailboxes, responses, metrics);
        this.entries = entries;
    }

    @Override
    protected Mono<Void> processRequestReactive(
            SetMetadataRequest request, ImapSession session, Responder responder) {
        if (!request.getMailboxName().isEmpty()) {
            return super.processRequestReactive(request, session, responder);
        }
        return Flux.fromIterable(request.getMailboxAnnotations())
                .concatMap(annotation -> set(session.getUserName(), annotation))
                .then(Mono.<Void>fromRunnable(() -> okComplete(request, responder)))
                .onErrorResume(
                        InvalidSetting.class,
                        wrong -> {
                            no(request, responder, new HumanReadableText(KEY, wrong.getMessage()));
                            return Mono.empty();
                        })
                .onErrorResume(
                        error -> {
                            LOGGER.error("Could not set server metadata", error);
                            no(
                                    request,
                                    responder,
                                    HumanReadableText.GENERIC_FAILURE_DURING_PROCESSING);
                            return Mono.empty();
                        });
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
