package org.jamestandem.imap.search.james;

import java.io.InputStream;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.mail.Flags;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.ModSeq;
import org.apache.james.mailbox.model.ComposedMessageIdWithMetaData;
import org.apache.james.mailbox.model.FetchGroup;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.mailbox.model.MessageResult;
import org.jamestandem.imap.search.LiveKey;
import org.jamestandem.imap.search.LiveMessage;
import org.jamestandem.imap.search.MailboxView;
import org.jamestandem.imap.search.ReadMessage;
import org.jamestandem.imap.search.SystemFlag;
import org.jamestandem.imap.search.UidSpans;
import org.jamestandem.imap.search.Uids;
import org.jamestandem.imap.text.MessageReader;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A mailbox of James as one session sees it. */
final class SessionMailbox implements MailboxView {
    /** Ranged reads of headers per search, at most; bodies are read for nobody in vain. */
    private static final int MOST_HEADER_READS = 64;

    private static final Map<Flags.Flag, SystemFlag> FLAGS =
            Map.of(
                    Flags.Flag.ANSWERED, SystemFlag.ANSWERED,
                    Flags.Flag.DELETED, SystemFlag.DELETED,
                    Flags.Flag.DRAFT, SystemFlag.DRAFT,
                    Flags.Flag.FLAGGED, SystemFlag.FLAGGED,
                    Flags.Flag.SEEN, SystemFlag.SEEN);

    private final MailboxSession user;
    private final MessageManager mailbox;
    private final Uids uids;
    private final Set<Long> recent;
    private final MessageReader reader = new MessageReader();

    /** The selected mailbox of that session. */
    SessionMailbox(ImapSession session, MessageManager mailbox, Uids uids) {
        this(session.getMailboxSession(), mailbox, uids, recent(session.getSelected()));
    }

    private SessionMailbox(
            MailboxSession user, MessageManager mailbox, Uids uids, Set<Long> recent) {
        this.user = user;
        this.mailbox = mailbox;
        this.uids = uids;
        this.recent = recent;
    }

    /** A mailbox that is not selected, with all its messages; none is recent there. */
    static Mono<SessionMailbox> of(MailboxSession user, MessageManager mailbox) {
        return Flux.defer(() -> mailbox.listMessagesMetadata(MessageRange.all(), user))
                .map(message -> message.getComposedMessageId().getUid().asLong())
                .collectList()
                .map(uids -> new SessionMailbox(user, mailbox, Uids.of(uids), Set.of()));
    }

    private static Set<Long> recent(SelectedMailbox selected) {
        return selected.getRecent().stream()
                .map(MessageUid::asLong)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String mailbox() {
        return mailbox.getId().serialize();
    }

    @Override
    public Uids uids() {
        return uids;
    }

    @Override
    public Flux<LiveMessage> live(LiveKey.Needs needs) {
        if (uids.isEmpty()) {
            return Flux.empty();
        }
        MessageRange all =
                MessageRange.range(
                        MessageUid.of(uids.at(0)), MessageUid.of(uids.at(uids.size() - 1)));
        return needs == LiveKey.Needs.METADATA
                ? Flux.defer(() -> mailbox.getMessagesReactive(all, FetchGroup.MINIMAL, user))
                        .map(this::live)
                : Flux.defer(() -> mailbox.listMessagesMetadata(all, user)).map(this::live);
    }

    @Override
    public Flux<ReadMessage> read(Uids wanted, boolean body) {
        FetchGroup group = body ? FetchGroup.FULL_CONTENT : FetchGroup.HEADERS;
        List<MessageUid> messages = wanted.stream().mapToObj(MessageUid::of).toList();
        return Flux.fromIterable(
                        body
                                ? MessageRange.toRanges(messages)
                                : UidSpans.covering(messages, MOST_HEADER_READS))
                .concatMap(range -> mailbox.getMessagesReactive(range, group, user))
                .filter(message -> wanted.contains(message.getUid().asLong()))
                .concatMap(message -> read(message, body), 1);
    }

    private Mono<ReadMessage> read(MessageResult message, boolean body) {
        return Mono.fromCallable(
                        () -> {
                            try (InputStream content = open(message, body)) {
                                return new ReadMessage(
                                        message.getUid().asLong(),
                                        body ? reader.read(content) : reader.readHeader(content));
                            }
                        })
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static InputStream open(MessageResult message, boolean body) throws Exception {
        return body
                ? message.getFullContent().getInputStream()
                : message.getHeaders().getInputStream();
    }

    private LiveMessage live(ComposedMessageIdWithMetaData message) {
        return live(
                message.getComposedMessageId().getUid(),
                message.getModSeq(),
                message.getFlags(),
                new Date(0),
                0,
                Optional.empty(),
                message.getComposedMessageId().getMessageId().serialize(),
                message.getThreadId().serialize());
    }

    private LiveMessage live(MessageResult message) {
        return live(
                message.getUid(),
                message.getModSeq(),
                message.getFlags(),
                message.getInternalDate(),
                message.getSize(),
                message.getSaveDate(),
                message.getMessageId().serialize(),
                message.getThreadId().serialize());
    }

    private LiveMessage live(
            MessageUid uid,
            ModSeq modSeq,
            Flags flags,
            Date received,
            long size,
            Optional<Date> saved,
            String emailId,
            String threadId) {
        return new LiveMessage(
                uid.asLong(),
                modSeq.asLong(),
                flags(flags, recent.contains(uid.asLong())),
                keywords(flags),
                received.toInstant(),
                size,
                saved.map(Date::toInstant),
                emailId,
                threadId);
    }

    private static Set<SystemFlag> flags(Flags flags, boolean recent) {
        Set<SystemFlag> set = EnumSet.noneOf(SystemFlag.class);
        for (Flags.Flag flag : flags.getSystemFlags()) {
            if (FLAGS.containsKey(flag)) {
                set.add(FLAGS.get(flag));
            }
        }
        if (recent) {
            set.add(SystemFlag.RECENT);
        }
        return set;
    }

    private static Set<String> keywords(Flags flags) {
        String[] keywords = flags.getUserFlags();
        return keywords.length == 0
                ? Set.of()
                : Stream.of(keywords)
                        .map(LiveMessage::keyword)
                        .collect(Collectors.toUnmodifiableSet());
    }
}
