package org.jamestandem.imap.listing.james;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.james.imap.api.display.ModifiedUtf7;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.api.process.MailboxTyper;
import org.apache.james.imap.message.request.ListRequest;
import org.apache.james.imap.message.request.ListRequest.ListReturnOption;
import org.apache.james.imap.message.request.ListRequest.ListSelectOption;
import org.apache.james.imap.message.request.StatusRequest;
import org.apache.james.imap.processor.ListProcessor;
import org.apache.james.mailbox.SubscriptionManager;
import org.apache.james.mailbox.model.MailboxACL.Rfc4314Rights;
import org.apache.james.metrics.api.MetricFactory;
import org.jamestandem.imap.acl.Rights;
import org.jamestandem.imap.acl.james.AccessControlledMailboxes;
import org.jamestandem.imap.acl.james.ServerRights;
import org.jamestandem.imap.acl.james.commands.ControlledStatusProcessor;
import org.jamestandem.imap.listing.ListedName;
import org.jamestandem.imap.listing.NamePattern;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * LIST with its extensions (RFC 3501 §6.3.8, 5258, 5819, 8440): James lists one's own mailboxes,
 * then come those of others.
 *
 * <p>Nothing is remote here, so REMOTE changes nothing. A special use (RFC 6154) is its owner's and
 * is not told of others' mailboxes.
 */
@Singleton
public final class SharedListProcessor extends ListProcessor<ListRequest> {
    private final ForeignMailboxes foreign;
    private final ControlledStatusProcessor status;

    @Inject
    SharedListProcessor(
            AccessControlledMailboxes mailboxes,
            StatusResponseFactory responses,
            MetricFactory metrics,
            SubscriptionManager subscriptions,
            ControlledStatusProcessor status,
            MailboxTyper types,
            ForeignMailboxes foreign) {
        super(ListRequest.class, mailboxes, responses, metrics, subscriptions, status, types);
        this.foreign = foreign;
        this.status = status;
    }

    @Override
    protected Mono<Void> processRequestReactive(
            ListRequest request, ImapSession session, Responder responder) {
        NamePattern pattern =
                NamePattern.of(
                        ModifiedUtf7.decodeModifiedUTF7(request.getBaseReferenceName()),
                        ModifiedUtf7.decodeModifiedUTF7(request.getMailboxPattern()),
                        session.getMailboxSession().getPathDelimiter());
        if (request.getMailboxPattern().isEmpty()) {
            return super.processRequestReactive(request, session, responder);
        }
        return reducedRights(request, pattern, session)
                .map(reduced -> new HeldCompletion(responder, reduced))
                .flatMap(
                        held ->
                                personal(request, pattern, session, held)
                                        .then(others(request, pattern, session, held))
                                        .then(Mono.fromRunnable(held::release)));
    }

    private Mono<Map<String, Rfc4314Rights>> reducedRights(
            ListRequest request, NamePattern pattern, ImapSession session) {
        if (!returns(request, ListReturnOption.MYRIGHTS) || !pattern.mayMatchPersonal()) {
            return Mono.just(Map.of());
        }
        return foreign.ownReduced(session)
                .map(
                        reduced -> {
                            Map<String, Rfc4314Rights> written = new HashMap<>();
                            reduced.forEach(
                                    (name, rights) -> written.put(name, ServerRights.of(rights)));
                            return written;
                        });
    }

    private Mono<Void> personal(
            ListRequest request, NamePattern pattern, ImapSession session, HeldCompletion held) {
        return pattern.mayMatchPersonal()
                ? super.processRequestReactive(local(request), session, held)
                : Mono.fromRunnable(() -> okComplete(request, held));
    }

    private static ListRequest local(ListRequest request) {
        EnumSet<ListSelectOption> selected = EnumSet.copyOf(request.getSelectOptions());
        selected.remove(ListSelectOption.REMOTE);
        return new ListRequest(
                request.getCommand(),
                request.getBaseReferenceName(),
                request.getMailboxPattern(),
                request.getTag(),
                selected,
                request.getReturnOptions(),
                request.getStatusDataItems());
    }

    private Mono<Void> others(
            ListRequest request, NamePattern pattern, ImapSession session, HeldCompletion held) {
        return Mono.defer(
                () ->
                        held.succeeded()
                                        && pattern.mayMatchForeign()
                                        && !request.getSelectOptions()
                                                .contains(ListSelectOption.SPECIAL_USE)
                                ? foreign.visible(pattern, session)
                                        .filter(visible -> !visible.isEmpty())
                                        .flatMap(
                                                visible ->
                                                        list(
                                                                request, pattern, session, held,
                                                                visible))
                                : Mono.empty());
    }

    private Mono<Void> list(
            ListRequest request,
            NamePattern pattern,
            ImapSession session,
            Responder responder,
            Map<String, Rights> visible) {
        char delimiter = session.getMailboxSession().getPathDelimiter();
        return subscribed(request, session)
                .map(names -> new ForeignList(request, delimiter, visible, names))
                .flatMapMany(
                        list ->
                                Flux.fromIterable(list.selected(pattern))
                                        .doOnNext(
                                                name ->
                                                        list.responses(name)
                                                                .forEach(responder::respond))
                                        .filter(list::hasStatus)
                                        .concatMap(
                                                name -> status(request, session, responder, name)))
                .then();
    }

    private Mono<Set<String>> subscribed(ListRequest request, ImapSession session) {
        return request.selectSubscribed() || returns(request, ListReturnOption.SUBSCRIBED)
                ? foreign.subscribed(session)
                : Mono.just(Set.of());
    }

    private Mono<Void> status(
            ListRequest request, ImapSession session, Responder responder, ListedName name) {
        return Mono.justOrEmpty(request.getStatusDataItems())
                .flatMap(
                        items ->
                                status.untagged(
                                        new StatusRequest(name.name(), items, request.getTag()),
                                        session,
                                        responder));
    }

    private static boolean returns(ListRequest request, ListReturnOption option) {
        return request.getReturnOptions().contains(option);
    }
}
