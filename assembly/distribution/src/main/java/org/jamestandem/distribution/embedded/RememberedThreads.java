package org.jamestandem.distribution.embedded;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageIdManager;
import org.apache.james.mailbox.model.MessageId;
import org.apache.james.mailbox.model.ThreadId;
import org.apache.james.mailbox.store.mail.SearchThreadIdGuessingAlgorithm;
import org.apache.james.mailbox.store.mail.model.MimeMessageId;
import org.apache.james.mailbox.store.mail.model.Subject;
import org.apache.james.mailbox.store.search.SearchUtil;
import reactor.core.publisher.Mono;

/**
 * Puts a new message into the thread of an earlier one of the user that has the same base subject
 * and one message-id in common, as James does on Cassandra. James in memory searches the headers of
 * all the user's mail for that, at every delivery.
 */
@Singleton
final class RememberedThreads extends SearchThreadIdGuessingAlgorithm {
    private static final int MOST = 200_000;

    private final Cache<Mention, ThreadId> threads =
            CacheBuilder.newBuilder().maximumSize(MOST).build();

    @Inject
    RememberedThreads(MailboxManager mailboxes, MessageIdManager messages) {
        super(mailboxes, messages);
    }

    /** That a message of the user has a message-id in its header. */
    private record Mention(Username user, String mimeMessageId, String baseSubject) {}

    @Override
    public Mono<ThreadId> guessThreadIdReactive(
            MessageId messageId,
            Optional<MimeMessageId> mimeMessageId,
            Optional<MimeMessageId> inReplyTo,
            Optional<List<MimeMessageId>> references,
            Optional<Subject> subject,
            MailboxSession session) {
        return Mono.fromCallable(
                () -> {
                    String base =
                            subject.map(text -> SearchUtil.getBaseSubject(text.getValue()))
                                    .orElse("");
                    Set<Mention> mentions = new LinkedHashSet<>();
                    Stream.of(
                                    mimeMessageId.stream(),
                                    inReplyTo.stream(),
                                    references.stream().flatMap(List::stream))
                            .flatMap(all -> all)
                            .map(id -> new Mention(session.getUser(), id.getValue(), base))
                            .forEach(mentions::add);
                    return remembered(mentions, ThreadId.fromBaseMessageId(messageId));
                });
    }

    private ThreadId remembered(Set<Mention> mentions, ThreadId own) {
        ThreadId thread =
                mentions.stream()
                        .map(threads::getIfPresent)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(own);
        mentions.forEach(mention -> threads.asMap().putIfAbsent(mention, thread));
        return thread;
    }
}
