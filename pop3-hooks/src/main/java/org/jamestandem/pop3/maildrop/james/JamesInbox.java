package org.jamestandem.pop3.maildrop.james;

import java.io.InputStream;
import java.util.List;
import java.util.concurrent.Callable;
import javax.mail.Flags;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.MessageManager.FlagsUpdateMode;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.model.FetchGroup;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.mailbox.model.MessageResult;
import org.jamestandem.pop3.maildrop.Inbox;
import org.jamestandem.pop3.maildrop.StoredMessage;
import org.jamestandem.pop3.uidl.MessageKey;
import org.jamestandem.pop3.uidl.MessageKeys;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

final class JamesInbox implements Inbox {
    private final MailboxManager mailboxes;
    private final MessageManager messages;
    private final MailboxSession session;
    private final MessageKeys keys;

    JamesInbox(
            MailboxManager mailboxes,
            MessageManager messages,
            MailboxSession session,
            MessageKeys keys) {
        this.mailboxes = mailboxes;
        this.messages = messages;
        this.session = session;
        this.keys = keys;
    }

    @Override
    public Username owner() {
        return session.getUser();
    }

    @Override
    public Flux<StoredMessage> list() {
        return read(MessageRange.all(), FetchGroup.MINIMAL)
                .map(
                        message ->
                                new StoredMessage(
                                        key(message),
                                        message.getUid().asLong(),
                                        message.getSize()));
    }

    @Override
    public Mono<InputStream> text(MessageKey key, long uid) {
        return one(key, uid, FetchGroup.FULL_CONTENT)
                .flatMap(message -> opened(() -> message.getFullContent().getInputStream()));
    }

    @Override
    public Mono<InputStream> header(MessageKey key, long uid) {
        return one(key, uid, FetchGroup.HEADERS)
                .flatMap(message -> opened(() -> message.getHeaders().getInputStream()));
    }

    @Override
    public Mono<Void> see(List<Long> uids) {
        return Flux.fromIterable(MessageRange.toRanges(messageUids(uids)))
                .concatMap(range -> Mono.from(setSeen(range)))
                .then();
    }

    /**
     * Looks whether the folder is still there. James would otherwise take messages of a deleted
     * folder off the quota a second time.
     */
    @Override
    public Mono<Void> expunge(List<Long> uids) {
        return Mono.from(mailboxes.getMailboxReactive(messages.getId(), session))
                .flatMap(folder -> folder.deleteReactive(messageUids(uids), session))
                .onErrorResume(MailboxNotFoundException.class, gone -> Mono.empty());
    }

    @Override
    public void release() {
        mailboxes.endProcessingRequest(session);
    }

    private static List<MessageUid> messageUids(List<Long> uids) {
        return uids.stream().map(MessageUid::of).toList();
    }

    private Publisher<?> setSeen(MessageRange range) {
        return messages.setFlagsReactive(
                new Flags(Flags.Flag.SEEN), FlagsUpdateMode.ADD, range, session);
    }

    private Mono<MessageResult> one(MessageKey key, long uid, FetchGroup what) {
        return read(MessageUid.of(uid).toRange(), what)
                .filter(message -> key(message).equals(key))
                .next();
    }

    private Flux<MessageResult> read(MessageRange range, FetchGroup what) {
        return Flux.from(messages.getMessagesReactive(range, what, session));
    }

    private MessageKey key(MessageResult message) {
        return keys.of(message.getMessageId().serialize());
    }

    private static Mono<InputStream> opened(Callable<InputStream> content) {
        return Mono.fromCallable(content);
    }
}
