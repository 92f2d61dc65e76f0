package org.jamestandem.distribution.embedded;

import java.time.Clock;
import java.util.Date;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.mail.Flags;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.ModSeq;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.inmemory.mail.InMemoryMessageMapper;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.MessageMetaData;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.mailbox.store.mail.ModSeqProvider;
import org.apache.james.mailbox.store.mail.UidProvider;
import org.apache.james.mailbox.store.mail.model.MailboxMessage;
import org.apache.james.mailbox.store.mail.model.impl.SimpleMailboxMessage;
import org.apache.james.mailbox.store.mail.utils.ApplicableFlagCalculator;

/**
 * James' mapper in memory on messages that are in order. James' own reads all messages of a mailbox
 * for each one that is asked for, and compares each with all that are to be removed.
 */
final class OrderedMessageMapper extends InMemoryMessageMapper {
    private static final MailboxSession NO_SESSION = null;

    private final OrderedMessages messages;

    OrderedMessageMapper(
            OrderedMessages messages, UidProvider uids, ModSeqProvider modSeqs, Clock clock) {
        super(NO_SESSION, uids, modSeqs, clock);
        this.messages = messages;
    }

    @Override
    public long countMessagesInMailbox(Mailbox mailbox) {
        return messages.count(mailbox.getMailboxId());
    }

    @Override
    public long countUnseenMessagesInMailbox(Mailbox mailbox) {
        return messages.in(mailbox.getMailboxId()).stream()
                .filter(Predicate.not(MailboxMessage::isSeen))
                .count();
    }

    @Override
    public void delete(Mailbox mailbox, MailboxMessage message) {
        messages.remove(mailbox.getMailboxId(), message.getUid());
    }

    @Override
    public Map<MessageUid, MessageMetaData> deleteMessages(Mailbox mailbox, List<MessageUid> uids) {
        Map<MessageUid, MessageMetaData> deleted = new LinkedHashMap<>();
        for (MessageUid uid : uids) {
            messages.remove(mailbox.getMailboxId(), uid)
                    .ifPresent(message -> deleted.put(uid, message.metaData()));
        }
        return deleted;
    }

    @Override
    public MessageMetaData move(Mailbox mailbox, MailboxMessage original) throws MailboxException {
        MailboxId from = original.getMailboxId();
        MessageUid uid = original.getUid();
        MessageMetaData moved = copy(mailbox, original);
        messages.remove(from, uid);
        return moved;
    }

    @Override
    public Iterator<MailboxMessage> findInMailbox(
            Mailbox mailbox, MessageRange set, FetchType type, int max) {
        return messages.in(mailbox.getMailboxId(), set, max);
    }

    @Override
    public List<MessageUid> findRecentMessageUidsInMailbox(Mailbox mailbox) {
        return messages.in(mailbox.getMailboxId()).stream()
                .filter(MailboxMessage::isRecent)
                .map(MailboxMessage::getUid)
                .toList();
    }

    /**
     * @return null when there is none, as James expects it
     */
    @Override
    public MessageUid findFirstUnseenMessageUid(Mailbox mailbox) {
        return messages.in(mailbox.getMailboxId()).stream()
                .filter(Predicate.not(MailboxMessage::isSeen))
                .findFirst()
                .map(MailboxMessage::getUid)
                .orElse(null);
    }

    @Override
    public Flags getApplicableFlag(Mailbox mailbox) {
        return new ApplicableFlagCalculator(messages.in(mailbox.getMailboxId()))
                .computeApplicableFlags();
    }

    @Override
    public void deleteAll() {
        messages.clear();
    }

    /** A copy is recent (RFC 3501 §2.3.2). */
    @Override
    protected MessageMetaData copy(
            Mailbox mailbox, MessageUid uid, ModSeq modSeq, MailboxMessage original)
            throws MailboxException {
        SimpleMailboxMessage message = SimpleMailboxMessage.copy(mailbox.getMailboxId(), original);
        message.setUid(uid);
        message.setModSeq(modSeq);
        Flags flags = original.createFlags();
        flags.add(Flags.Flag.RECENT);
        message.setFlags(flags);
        return save(mailbox, message);
    }

    @Override
    public MessageMetaData save(Mailbox mailbox, MailboxMessage message) throws MailboxException {
        SimpleMailboxMessage copy = SimpleMailboxMessage.copy(mailbox.getMailboxId(), message);
        copy.setUid(message.getUid());
        copy.setModSeq(message.getModSeq());
        copy.setSaveDate(Date.from(clock.instant()));
        messages.put(mailbox.getMailboxId(), copy);
        return copy.metaData();
    }
}
