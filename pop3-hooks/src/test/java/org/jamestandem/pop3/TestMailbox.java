package org.jamestandem.pop3;

import com.google.common.collect.ImmutableList;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.mail.Flags;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.MessageManager.AppendCommand;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.FetchGroup;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.mailbox.model.MessageResult;
import reactor.core.publisher.Mono;

/** One user's mailboxes, as IMAP works on them. */
public final class TestMailbox {
    private static final String INBOX = "INBOX";

    private final MailboxManager mailboxes;
    private final MailboxSession session;

    /** The mailboxes of that user, with INBOX. */
    public TestMailbox(MailboxManager mailboxes, Username user) {
        this.mailboxes = mailboxes;
        this.session = mailboxes.createSystemSession(user);
        create(INBOX);
    }

    /** The login name. */
    public String user() {
        return session.getUser().asString();
    }

    /** Stores a message with that subject in INBOX. */
    public long append(String subject) {
        return appendText("Subject: " + subject + "\r\n\r\nBody of " + subject + "\r\n");
    }

    /** Stores a message, octet for octet, in INBOX. */
    public long appendText(String text) {
        return appendTo(INBOX, text);
    }

    private long appendTo(String folder, String text) {
        return appendTo(folder, text, Instant.now());
    }

    /** Stores a message in that folder, as come at that time. */
    public long appendTo(String folder, String text, Instant came) {
        try {
            return messages(folder)
                    .appendMessage(
                            AppendCommand.builder()
                                    .withInternalDate(Date.from(came))
                                    .build(text.getBytes(StandardCharsets.ISO_8859_1)),
                            session)
                    .getId()
                    .getUid()
                    .asLong();
        } catch (MailboxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Creates a folder. */
    public void create(String folder) {
        try {
            mailboxes.createMailbox(path(folder), session);
        } catch (MailboxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Deletes INBOX with everything in it and creates it anew: UIDs start at 1 again. */
    public void recreateInbox() {
        recreate(INBOX);
    }

    /** Deletes a folder with everything in it and creates it anew. */
    public void recreate(String folder) {
        try {
            mailboxes.deleteMailbox(path(folder), session);
        } catch (MailboxException e) {
            throw new IllegalStateException(e);
        }
        create(folder);
    }

    /** What is in a folder, by UID: the message ids, with {@code seen} behind those seen. */
    public Map<Long, String> contents(String folder) {
        Map<Long, String> found = new TreeMap<>();
        all(folder)
                .forEach(
                        message ->
                                found.put(
                                        message.getUid().asLong(),
                                        message.getMessageId().serialize()
                                                + (message.getFlags().contains(Flags.Flag.SEEN)
                                                        ? " seen"
                                                        : "")));
        return found;
    }

    /** Moves one message. */
    public void move(long uid, String from, String to) {
        try {
            mailboxes.moveMessages(range(uid), path(from), path(to), session);
        } catch (MailboxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Copies one message. */
    public void copy(long uid, String from, String to) {
        try {
            mailboxes.copyMessages(range(uid), path(from), path(to), session);
        } catch (MailboxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Removes one message of INBOX. */
    public void expunge(long uid) {
        expunge(uid, INBOX);
    }

    /** Removes one message of that folder. */
    public void expunge(long uid, String folder) {
        try {
            messages(folder).delete(List.of(MessageUid.of(uid)), session);
        } catch (MailboxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** UIDs of that folder, ascending. */
    public List<Long> uids(String folder) {
        return all(folder).stream().map(message -> message.getUid().asLong()).sorted().toList();
    }

    /** The id that James gave a message of INBOX. */
    public String messageId(long uid) {
        return all(INBOX).stream()
                .filter(message -> message.getUid().asLong() == uid)
                .map(message -> message.getMessageId().serialize())
                .findAny()
                .orElseThrow();
    }

    /** UIDs of INBOX, ascending. */
    public List<Long> uids() {
        return uids(INBOX);
    }

    /** UIDs of the messages in INBOX with the flag \Seen. */
    public List<Long> seenUids() {
        return all(INBOX).stream()
                .filter(message -> message.getFlags().contains(Flags.Flag.SEEN))
                .map(message -> message.getUid().asLong())
                .sorted()
                .toList();
    }

    /** Whether there is such a folder. */
    public boolean has(String folder) {
        return Boolean.TRUE.equals(
                Mono.from(mailboxes.mailboxExists(path(folder), session)).block());
    }

    private List<MessageResult> all(String folder) {
        try {
            Iterator<MessageResult> results =
                    messages(folder).getMessages(MessageRange.all(), FetchGroup.MINIMAL, session);
            return ImmutableList.copyOf(results);
        } catch (MailboxException e) {
            throw new IllegalStateException(e);
        }
    }

    private MessageManager messages(String folder) throws MailboxException {
        return mailboxes.getMailbox(path(folder), session);
    }

    private MailboxPath path(String folder) {
        return MailboxPath.forUser(session.getUser(), folder);
    }

    private static MessageRange range(long uid) {
        return MessageUid.of(uid).toRange();
    }
}
