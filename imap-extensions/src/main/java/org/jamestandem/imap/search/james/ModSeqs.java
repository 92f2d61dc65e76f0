package org.jamestandem.imap.search.james;

import com.google.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.MessageManager.MailboxMetaData;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.exception.MailboxException;
import org.jamestandem.imap.search.UidSpans;
import org.jamestandem.imap.search.Uids;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Mod-sequences that answers to a MODSEQ key carry (RFC 7162 §3.1.5). */
public final class ModSeqs {
    private static final int MOST_READS = 64;

    @Inject
    ModSeqs() {}

    /** The mailbox with its highest mod-sequence. */
    public Mono<MailboxMetaData> current(ImapSession session, MessageManager mailbox) {
        return Mono.defer(
                () -> {
                    try {
                        return Mono.from(
                                mailbox.getMetaDataReactive(
                                        MailboxMetaData.RecentMode.IGNORE,
                                        session.getMailboxSession(),
                                        EnumSet.of(MailboxMetaData.Item.HighestModSeq)));
                    } catch (MailboxException e) {
                        return Mono.error(e);
                    }
                });
    }

    /** The highest among some messages; empty inside when there are none. */
    public Mono<Optional<Long>> highest(ImapSession session, MessageManager mailbox, Uids uids) {
        return highest(session.getMailboxSession(), mailbox, uids);
    }

    Mono<Optional<Long>> highest(MailboxSession user, MessageManager mailbox, Uids uids) {
        List<MessageUid> messages = uids.stream().mapToObj(MessageUid::of).toList();
        return Flux.fromIterable(UidSpans.covering(messages, MOST_READS))
                .concatMap(range -> mailbox.listMessagesMetadata(range, user))
                .filter(message -> uids.contains(message.getComposedMessageId().getUid().asLong()))
                .map(message -> message.getModSeq().asLong())
                .reduce(Math::max)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }
}
