package org.jamestandem.distribution.mailbox;

import com.datastax.oss.driver.api.core.CqlSession;
import com.google.inject.Inject;
import java.util.UUID;
import org.apache.james.backends.cassandra.init.configuration.CassandraConfiguration;
import org.apache.james.mailbox.ModSeq;
import org.apache.james.mailbox.cassandra.ids.CassandraId;
import org.apache.james.mailbox.cassandra.table.CassandraMessageModseqTable;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.store.MailboxReactorUtils;
import org.apache.james.mailbox.store.mail.ModSeqProvider;
import reactor.core.publisher.Mono;

/**
 * Modification sequences (RFC 7162) from James' own table, with fewer lightweight transactions:
 * {@link Counter}.
 */
public final class MailboxModSeqs implements ModSeqProvider {
    private final Counter counter;
    private final SharedRaise numbers;
    private final boolean readStrongly;

    @Inject
    public MailboxModSeqs(CqlSession session, CassandraConfiguration configuration) {
        this.counter =
                new Counter(
                        session,
                        CassandraMessageModseqTable.TABLE_NAME,
                        CassandraMessageModseqTable.NEXT_MODSEQ);
        this.numbers = new SharedRaise(counter);
        this.readStrongly = configuration.isModseqReadStrongConsistency();
    }

    @Override
    public ModSeq nextModSeq(Mailbox mailbox) throws MailboxException {
        return nextModSeq(mailbox.getMailboxId());
    }

    @Override
    public ModSeq nextModSeq(MailboxId mailboxId) throws MailboxException {
        return MailboxReactorUtils.block(nextModSeqReactive(mailboxId));
    }

    @Override
    public Mono<ModSeq> nextModSeqReactive(MailboxId mailboxId) {
        return numbers.raise(key(mailboxId), 1).map(ModSeq::of);
    }

    @Override
    public ModSeq highestModSeq(Mailbox mailbox) throws MailboxException {
        return highestModSeq(mailbox.getMailboxId());
    }

    @Override
    public ModSeq highestModSeq(MailboxId mailboxId) throws MailboxException {
        return MailboxReactorUtils.block(highest(mailboxId, readStrongly));
    }

    @Override
    public Mono<ModSeq> highestModSeqReactive(Mailbox mailbox) {
        return highest(mailbox.getMailboxId(), false);
    }

    private Mono<ModSeq> highest(MailboxId mailboxId, boolean strongly) {
        return counter.current(key(mailboxId), strongly)
                .map(ModSeq::of)
                .defaultIfEmpty(ModSeq.first());
    }

    private static UUID key(MailboxId mailboxId) {
        return ((CassandraId) mailboxId).asUuid();
    }
}
