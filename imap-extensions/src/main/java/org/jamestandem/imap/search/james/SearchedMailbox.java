package org.jamestandem.imap.search.james;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.james.imap.api.message.IdRange;
import org.apache.james.imap.api.message.UidRange;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.api.process.SearchResUtil;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.mailbox.model.SearchQuery;
import org.apache.james.util.ReactorUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The selected mailbox of a session, as search keys see it. */
public final class SearchedMailbox {
    private final ImapSession session;
    private final SelectedMailbox selected;
    private final MessageManager mailbox;
    private final SearchMoment moment;

    SearchedMailbox(ImapSession session, MessageManager mailbox, SearchMoment moment) {
        this.session = session;
        this.selected = session.getSelected();
        this.mailbox = mailbox;
        this.moment = moment;
    }

    /** Messages for which all terms hold, and which the session has a sequence number for. */
    Mono<Set<MessageUid>> query(List<Function<SearchMoment, SearchQuery.Criterion>> terms) {
        List<SearchQuery.Criterion> criteria =
                terms.stream().map(term -> term.apply(moment)).toList();
        if (criteria.stream().allMatch(SearchQuery.all()::equals)) {
            return run(SearchQuery.of(SearchQuery.all()));
        }
        SearchQuery.Builder query = SearchQuery.builder();
        query.addRecentMessageUids(selected.getRecent());
        criteria.forEach(query::andCriterion);
        return run(query.build());
    }

    /** As {@link #query}, among these messages only. */
    Mono<Set<MessageUid>> queryAmong(
            Set<MessageUid> messages, List<Function<SearchMoment, SearchQuery.Criterion>> terms) {
        if (messages.isEmpty()) {
            return Mono.just(Set.of());
        }
        List<Function<SearchMoment, SearchQuery.Criterion>> all = new ArrayList<>();
        all.add(ignored -> SearchQuery.uid(ranges(messages)));
        all.addAll(terms);
        return query(all);
    }

    /** Every message the session has a sequence number for. */
    Set<MessageUid> known() {
        return bySequence(1, selected.existsCount());
    }

    /** Messages by sequence number; numbers beyond the last name nothing, * names the last. */
    Set<MessageUid> bySequence(IdRange[] ranges) {
        long count = selected.existsCount();
        Set<MessageUid> messages = new HashSet<>();
        for (IdRange range : ranges) {
            boolean open = range.getHighVal() == Long.MAX_VALUE;
            long high = open ? count : range.getHighVal();
            long low = open ? Math.min(range.getLowVal(), count) : range.getLowVal();
            messages.addAll(bySequence(low, Math.min(high, count)));
        }
        return messages;
    }

    /** Messages by unique identifier; * names the last. */
    Set<MessageUid> byUid(UidRange[] ranges) {
        MessageUid last = selected.getLastUid().orElse(MessageUid.MIN_VALUE);
        List<UidRange> closed = Arrays.stream(ranges).map(range -> closed(range, last)).toList();
        return known().stream()
                .filter(uid -> closed.stream().anyMatch(range -> range.includes(uid)))
                .collect(Collectors.toSet());
    }

    /** What SEARCH RETURN (SAVE) has saved (RFC 5182). */
    Set<MessageUid> saved() {
        return bySequence(SearchResUtil.getSavedSequenceSet(session));
    }

    private static UidRange closed(UidRange range, MessageUid last) {
        if (!range.getHighVal().equals(MessageUid.MAX_VALUE)) {
            return range;
        }
        boolean beyond = range.getLowVal().compareTo(last) > 0;
        return new UidRange(beyond ? last : range.getLowVal(), last);
    }

    private Set<MessageUid> bySequence(long low, long high) {
        return IntStream.rangeClosed(
                        (int) Math.max(1, Math.min(low, Integer.MAX_VALUE)), (int) high)
                .mapToObj(selected::uid)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    private Mono<Set<MessageUid>> run(SearchQuery query) {
        return Flux.defer(() -> search(query))
                .subscribeOn(ReactorUtils.BLOCKING_CALL_WRAPPER)
                .filter(uid -> selected.msn(uid).asInt().isPresent())
                .collect(Collectors.toSet());
    }

    private Flux<MessageUid> search(SearchQuery query) {
        try {
            return Flux.from(mailbox.search(query, session.getMailboxSession()));
        } catch (MailboxException e) {
            return Flux.error(e);
        }
    }

    private static SearchQuery.UidRange[] ranges(Set<MessageUid> messages) {
        return MessageRange.toRanges(messages).stream()
                .map(range -> new SearchQuery.UidRange(range.getUidFrom(), range.getUidTo()))
                .toArray(SearchQuery.UidRange[]::new);
    }
}
