package org.jamestandem.imap.listing.james;

import com.google.inject.Inject;
import java.util.List;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.message.request.NamespaceRequest;
import org.apache.james.imap.message.response.NamespaceResponse;
import org.apache.james.imap.message.response.NamespaceResponse.Namespace;
import org.apache.james.imap.processor.NamespaceProcessor;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.metrics.api.MetricFactory;
import org.jamestandem.imap.sharing.Namespaces;
import org.jamestandem.imap.sharing.SharedNames;
import reactor.core.publisher.Mono;

/**
 * NAMESPACE (RFC 2342): one's own mailboxes, those of other users, and public ones if there are.
 */
public final class SharedNamespaceProcessor extends NamespaceProcessor {
    private final Namespaces namespaces;

    @Inject
    SharedNamespaceProcessor(
            MailboxManager mailboxes,
            StatusResponseFactory responses,
            MetricFactory metrics,
            SharedNames names) {
        super(mailboxes, responses, metrics);
        this.namespaces = names.namespaces();
    }

    @Override
    protected Mono<Void> processRequestReactive(
            NamespaceRequest request, ImapSession session, Responder responder) {
        char delimiter = session.getMailboxSession().getPathDelimiter();
        List<Namespace> shared =
                namespaces.hasShared() ? List.of(namespace(namespaces.shared(), delimiter)) : null;
        return Mono.fromRunnable(
                        () ->
                                responder.respond(
                                        new NamespaceResponse(
                                                List.of(new Namespace("", delimiter)),
                                                List.of(
                                                        namespace(
                                                                namespaces.otherUsers(),
                                                                delimiter)),
                                                shared)))
                .then(unsolicitedResponses(session, responder, false))
                .then(Mono.fromRunnable(() -> okComplete(request, responder)));
    }

    /** James writes the delimiter behind the prefix. */
    private static Namespace namespace(String prefix, char delimiter) {
        return new Namespace(prefix.substring(0, prefix.length() - 1), delimiter);
    }
}
