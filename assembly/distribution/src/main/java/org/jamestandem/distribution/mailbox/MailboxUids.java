package org.jamestandem.distribution.mailbox;

import com.datastax.oss.driver.api.core.CqlSession;
import com.google.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.james.backends.cassandra.init.configuration.CassandraConfiguration;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.cassandra.ids.CassandraId;
import org.apache.james.mailbox.cassandra.table.CassandraMessageUidTable;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.store.MailboxReactorUtils;
import org.apache.james.mailbox.store.mail.UidProvider;
import reactor.core.publisher.Mono;

/** IMAP uids from James' own table, with fewer lightweight transactions: {@link Counter}. */
public final class MailboxUids implements UidProvider {
    private final Counter counter;
    private final SharedRaise numbers;
    private final boolean readStrongly;

    @Inject
    public MailboxUids(CqlSession session, CassandraConfiguration configuration) {
        this.counter =
                new Counter(
                        session,
                        CassandraMessageUidTable.TABLE_NAME,
                        CassandraMessageUidTable.NEXT_UID);
        this.numbers = new SharedRaise(counter);
        this.readStrongly = configuration.isUidReadStrongConsistency();
    }

    @Override
    public MessageUid nextUid(Mailbox mailbox) throws MailboxException {
        return nextUid(mailbox.getMailboxId());
    }

    @Override
    public MessageUid nextUid(MailboxId mailboxId) throws MailboxException {
        return MailboxReactorUtils.block(nextUidReactive(mailboxId));
    }

    @Override
    public Mono<MessageUid> nextUidReactive(MailboxId mailboxId) {
        return numbers.raise(key(mailboxId), 1).map(MessageUid::of);
    }

    @Override
    public Mono<List<MessageUid>> nextUids(MailboxId mailboxId, int count) {
        return count == 0
                ? Mono.just(List.of())
                : numbers.raise(key(mailboxId), count)
                        .map(
                                highest ->
                                        LongStream.rangeClosed(highest - count + 1, highest)
                                                .mapToObj(MessageUid::of)
                                                .toList());
    }

    @Override
    public Optional<MessageUid> lastUid(Mailbox mailbox) throws MailboxException {
        return MailboxReactorUtils.block(lastUidReactive(mailbox));
    }

    @Override
    public Mono<Optional<MessageUid>> lastUidReactive(Mailbox mailbox) {
        return counter.current(key(mailbox.getMailboxId()), readStrongly)
                .map(MessageUid::of)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    private static UUID key(MailboxId mailboxId) {
        return ((CassandraId) mailboxId).asUuid();
    }
}
