package org.jamestandem.kernel.audit.james;

import com.google.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageIdManager;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.model.FetchGroup;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.model.MessageId;
import org.apache.james.mailbox.model.MessageResult;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where a user's messages are now. */
final class MessagePlaces {
    private static final int AT_ONCE = 100;

    private final MessageIdManager messages;
    private final MailboxManager mailboxes;

    @Inject
    MessagePlaces(MessageIdManager messages, MailboxManager mailboxes) {
        this.messages = messages;
        this.mailboxes = mailboxes;
    }

    /**
     * The name of one folder of that user that holds it, by message id; only where there is one.
     * James' {@code messagesMetadata} is of no use here: in memory it tells of every message on the
     * server for each id, and some hundred of them never come to an end.
     */
    Mono<Map<String, String>> of(Username owner, Collection<MessageId> ids) {
        MailboxSession session = mailboxes.createSystemSession(owner);
        return Flux.fromIterable(ids)
                .buffer(AT_ONCE)
                .concatMap(some -> messages.getMessagesReactive(some, FetchGroup.MINIMAL, session))
                .collectMap(
                        message -> message.getMessageId().serialize(), MessageResult::getMailboxId)
                .flatMap(found -> named(found, session))
                .doFinally(end -> mailboxes.endProcessingRequest(session));
    }

    private Mono<Map<String, String>> named(Map<String, MailboxId> found, MailboxSession session) {
        return Flux.fromIterable(Map.copyOf(found).values())
                .distinct()
                .concatMap(id -> name(id, session).map(name -> Map.entry(id, name)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .map(
                        names -> {
                            Map<String, String> places = new HashMap<>();
                            found.forEach(
                                    (message, folder) -> {
                                        if (names.containsKey(folder)) {
                                            places.put(message, names.get(folder));
                                        }
                                    });
                            return places;
                        });
    }

    private Mono<String> name(MailboxId id, MailboxSession session) {
        return Mono.from(mailboxes.getMailboxReactive(id, session))
                .map(MessageManager::getMailboxPath)
                .filter(path -> path.getUser().equals(session.getUser()))
                .map(MailboxPath::getName)
                .onErrorResume(MailboxNotFoundException.class, gone -> Mono.empty());
    }
}
