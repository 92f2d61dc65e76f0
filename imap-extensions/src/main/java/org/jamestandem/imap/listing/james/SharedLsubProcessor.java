package org.jamestandem.imap.listing.james;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.james.imap.api.display.ModifiedUtf7;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.message.request.LsubRequest;
import org.apache.james.imap.message.response.LSubResponse;
import org.apache.james.imap.processor.LSubProcessor;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.SubscriptionManager;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.metrics.api.MetricFactory;
import org.jamestandem.imap.acl.james.AccessControlledMailboxes;
import org.jamestandem.imap.listing.NamePattern;
import reactor.core.publisher.Mono;

/**
 * LSUB (RFC 3501 §6.3.9). Of other people's mailboxes it shows those that the user may look up now
 * (RFC 4314 §4), subscribed as they may be.
 */
@Singleton
public final class SharedLsubProcessor extends LSubProcessor {
    private final ForeignMailboxes foreign;

    @Inject
    SharedLsubProcessor(
            AccessControlledMailboxes mailboxes,
            SubscriptionManager subscriptions,
            StatusResponseFactory responses,
            MetricFactory metrics,
            ForeignMailboxes foreign) {
        super(mailboxes, subscriptions, responses, metrics);
        this.foreign = foreign;
    }

    @Override
    protected Mono<Void> processRequestReactive(
            LsubRequest request, ImapSession session, Responder responder) {
        char delimiter = session.getMailboxSession().getPathDelimiter();
        NamePattern pattern =
                NamePattern.of(
                        ModifiedUtf7.decodeModifiedUTF7(request.getBaseReferenceName()),
                        ModifiedUtf7.decodeModifiedUTF7(request.getMailboxPattern()),
                        delimiter);
        return subscribed(pattern, session)
                .map(names -> shown(names, pattern))
                .doOnNext(
                        shown ->
                                shown.forEach(
                                        (name, level) ->
                                                responder.respond(
                                                        new LSubResponse(name, level, delimiter))))
                .then(Mono.fromRunnable(() -> okComplete(request, responder)));
    }

    private Mono<Set<String>> subscribed(NamePattern pattern, ImapSession session) {
        MailboxSession user = session.getMailboxSession();
        return foreign.subscriptions(user)
                .collectList()
                .flatMap(
                        paths ->
                                names(paths, pattern, session)
                                        .map(
                                                names -> {
                                                    paths.stream()
                                                            .filter(path -> path.belongsTo(user))
                                                            .map(MailboxPath::getName)
                                                            .forEach(names::add);
                                                    return names;
                                                }));
    }

    /** Nothing is looked up for whoever has subscribed only mailboxes of his own. */
    private Mono<Set<String>> names(
            Collection<MailboxPath> paths, NamePattern pattern, ImapSession session) {
        boolean any = paths.stream().anyMatch(path -> !path.belongsTo(session.getMailboxSession()));
        if (!any || !pattern.mayMatchForeign()) {
            return Mono.fromCallable(HashSet::new);
        }
        return Mono.zip(foreign.subscribed(session), foreign.visible(pattern, session))
                .map(
                        both -> {
                            Set<String> names = new HashSet<>(both.getT1());
                            names.retainAll(both.getT2().keySet());
                            return names;
                        });
    }

    /** Each name with whether it only stands for subscribed names below it. */
    private static Map<String, Boolean> shown(Set<String> names, NamePattern pattern) {
        Map<String, Boolean> shown = new TreeMap<>();
        for (String name : names) {
            if (pattern.matches(name)) {
                shown.put(name, false);
            } else if (pattern.wantsLevels()) {
                nearestAbove(name, pattern).ifPresent(level -> shown.putIfAbsent(level, true));
            }
        }
        names.forEach(name -> shown.replace(name, false));
        return shown;
    }

    private static Optional<String> nearestAbove(String name, NamePattern pattern) {
        for (int end = name.lastIndexOf(pattern.delimiter());
                end > 0;
                end = name.lastIndexOf(pattern.delimiter(), end - 1)) {
            if (pattern.matches(name.substring(0, end))) {
                return Optional.of(name.substring(0, end));
            }
        }
        return Optional.empty();
    }
}
