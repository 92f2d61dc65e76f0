package org.jamestandem.distribution.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.mail.Flags;
import org.apache.james.backends.cassandra.init.configuration.CassandraConfiguration;
import org.apache.james.core.Username;
import org.apache.james.events.EventBus;
import org.apache.james.mailbox.MailboxManagerStressContract;
import org.apache.james.mailbox.MessageManager.FlagsUpdateMode;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.cassandra.CassandraMailboxManager;
import org.apache.james.mailbox.model.ByteContent;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.mailbox.model.ThreadId;
import org.apache.james.mailbox.model.UidValidity;
import org.apache.james.mailbox.store.FlagsUpdateCalculator;
import org.apache.james.mailbox.store.mail.MessageMapper;
import org.apache.james.mailbox.store.mail.model.MailboxMessage;
import org.apache.james.mailbox.store.mail.model.MapperProvider;
import org.apache.james.mailbox.store.mail.model.MessageIdMapperTest;
import org.apache.james.mailbox.store.mail.model.MessageMapperTest;
import org.apache.james.mailbox.store.mail.model.impl.PropertyBuilder;
import org.apache.james.mailbox.store.mail.model.impl.SimpleMailboxMessage;
import org.apache.james.utils.UpdatableTickingClock;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What James asks of its own mailboxes, asked of ours; and what two nodes do to each other. */
class JamesContractsTest {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    @RegisterExtension static final ComposedMailboxes MAILBOXES = new ComposedMailboxes();

    /** James' contract of access to messages by mailbox. */
    @Nested
    class Messages extends MessageMapperTest {
        @Override
        protected MapperProvider createMapperProvider() {
            return MAILBOXES.withoutMailboxes();
        }

        @Override
        protected UpdatableTickingClock updatableTickingClock() {
            return MAILBOXES.clock();
        }

        @Test
        void theMapperIsOurs() {
            assertThat(messageMapper).isInstanceOf(ParallelMessageMapper.class);
        }
    }

    /** James' contract of access to messages by their id, on the same tables. */
    @Nested
    @Tag("full")
    class MessagesById extends MessageIdMapperTest {
        @Override
        protected MapperProvider provideMapper() {
            return MAILBOXES.withoutMailboxes();
        }

        @Override
        protected UpdatableTickingClock updatableTickingClock() {
            return MAILBOXES.clock();
        }
    }

    /** James' contract of deliveries from many threads: no uid twice, none missed in an event. */
    @Nested
    class Stress implements MailboxManagerStressContract<CassandraMailboxManager> {
        @Override
        public CassandraMailboxManager getManager() {
            return MAILBOXES.part(CassandraMailboxManager.class);
        }

        @Override
        public EventBus retrieveEventBus() {
            return MAILBOXES.part(EventBus.class);
        }
    }

    @Test
    void twoNodesNeverTakeTheSameUidNorLeaveGaps() {
        UUID mailbox = UUID.fromString("00000000-0000-1000-8000-000000000001");
        List<SharedRaise> nodes = List.of(uids(), uids(), uids());

        List<Long> taken =
                Flux.range(0, 150)
                        .flatMap(
                                i ->
                                        nodes.get(i % nodes.size())
                                                .raise(mailbox, 1)
                                                .subscribeOn(Schedulers.parallel()),
                                30)
                        .collectList()
                        .block(LIMIT);

        assertThat(taken)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 150).boxed().toList());
    }

    @Test
    void severalUidsAtOnceBelongToOneCaller() {
        UUID mailbox = UUID.fromString("00000000-0000-1000-8000-000000000002");
        SharedRaise node = uids();

        List<Long> ends =
                Flux.range(0, 20)
                        .flatMap(i -> node.raise(mailbox, 5), 20)
                        .collectList()
                        .block(LIMIT);

        assertThat(ends)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 20).mapToObj(i -> 5L * i).toList());
    }

    @Test
    void aCounterThatWasRemovedStartsAgain() {
        UUID mailbox = UUID.fromString("00000000-0000-1000-8000-000000000003");
        SharedRaise node = uids();
        assertThat(node.raise(mailbox, 7).block(LIMIT)).isEqualTo(7);

        MAILBOXES
                .part(MessageTables.class)
                .session()
                .execute("DELETE FROM messageCounter WHERE mailboxId = " + mailbox + " IF EXISTS");

        assertThat(node.raise(mailbox, 1).block(LIMIT)).isEqualTo(1);
    }

    @Test
    void flagsThatTwoNodesSetAtOnceAreAllThere() {
        Mailbox mailbox = mailbox();
        MessageMapper one = mapper();
        MessageMapper other = mapper();
        append(one, mailbox, 40);

        Mono.when(
                        set(one, mailbox, Flags.Flag.FLAGGED),
                        set(other, mailbox, Flags.Flag.ANSWERED),
                        set(one, mailbox, Flags.Flag.SEEN),
                        set(other, mailbox, Flags.Flag.DRAFT))
                .block(LIMIT);

        assertThat(flags(one, mailbox))
                .hasSize(40)
                .allSatisfy(
                        flags ->
                                assertThat(flags.getSystemFlags())
                                        .contains(
                                                Flags.Flag.FLAGGED,
                                                Flags.Flag.ANSWERED,
                                                Flags.Flag.SEEN,
                                                Flags.Flag.DRAFT));
    }

    @Test
    void whatIsExpungedInRangesLeavesTheOthers() {
        Mailbox mailbox = mailbox();
        MessageMapper mapper = mapper();
        append(mapper, mailbox, 12);
        List<MessageUid> gone =
                Flux.just(1L, 2L, 3L, 7L, 9L, 10L).map(MessageUid::of).collectList().block();

        assertThat(mapper.deleteMessagesReactive(mailbox, gone).block(LIMIT))
                .containsOnlyKeys(gone.toArray(MessageUid[]::new));

        assertThat(mapper.listAllMessageUids(mailbox).map(MessageUid::asLong).collectList().block())
                .containsExactly(4L, 5L, 6L, 8L, 11L, 12L);
        assertThat(mapper.getMailboxCountersReactive(mailbox).block().getCount()).isEqualTo(6);
    }

    @Test
    void removingFourTimesAsManyTakesNoMoreRequestsForEach() {
        int hundred = requestsToRemove(100);
        int fourHundred = requestsToRemove(400);

        assertThat(hundred).isPositive();
        assertThat(fourHundred).isLessThanOrEqualTo(4 * hundred);
    }

    private static int requestsToRemove(int messages) {
        Mailbox mailbox = mailbox();
        MessageMapper mapper = mapper();
        append(mapper, mailbox, messages);
        List<MessageUid> all = mapper.listAllMessageUids(mailbox).collectList().block(LIMIT);
        int before = CountedRequests.soFar();

        assertThat(mapper.deleteMessagesReactive(mailbox, all).block(LIMIT)).hasSize(messages);

        return CountedRequests.soFar() - before;
    }

    private static SharedRaise uids() {
        MessageTables tables = MAILBOXES.part(MessageTables.class);
        return new SharedRaise(
                new Counter(tables.session(), "messageCounter", CqlIdentifier.fromCql("nextUid")));
    }

    /** As another node would have it, with modification sequences and memory of its own. */
    private static MessageMapper mapper() {
        MessageTables shared = MAILBOXES.part(MessageTables.class);
        CassandraConfiguration configuration = shared.configuration();
        MessageTables own =
                new MessageTables(
                        shared.session(),
                        new MailboxUids(shared.session(), configuration),
                        new MailboxModSeqs(shared.session(), configuration),
                        shared.byMailbox(),
                        shared.byMessage(),
                        shared.messages(),
                        shared.messagesBefore3(),
                        shared.counters(),
                        shared.recents(),
                        shared.applicableFlags(),
                        shared.firstUnseen(),
                        shared.deleted(),
                        shared.blobs(),
                        configuration,
                        shared.batchSizes());
        return MAILBOXES.part(ParallelMapperFactory.class).messagesOn(own);
    }

    private static Mailbox mailbox() {
        return new Mailbox(
                MailboxPath.inbox(Username.of("bob")), UidValidity.of(42), MAILBOXES.generateId());
    }

    private static void append(MessageMapper mapper, Mailbox mailbox, int count) {
        ConcurrentLinkedQueue<MailboxMessage> messages = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < count; i++) {
            messages.add(message(mailbox));
        }
        Flux.fromIterable(messages)
                .concatMap(message -> mapper.addReactive(mailbox, message))
                .blockLast(LIMIT);
    }

    private static MailboxMessage message(Mailbox mailbox) {
        var id = MAILBOXES.generateMessageId();
        byte[] content = "Subject: x\r\n\r\nbody".getBytes(StandardCharsets.UTF_8);
        return SimpleMailboxMessage.builder()
                .messageId(id)
                .mailboxId(mailbox.getMailboxId())
                .threadId(ThreadId.fromBaseMessageId(id))
                .internalDate(new Date())
                .bodyStartOctet(14)
                .size(content.length)
                .content(new ByteContent(content))
                .flags(new Flags())
                .properties(new PropertyBuilder())
                .build();
    }

    private static Mono<?> set(MessageMapper mapper, Mailbox mailbox, Flags.Flag flag) {
        return mapper.updateFlagsReactive(
                        mailbox,
                        new FlagsUpdateCalculator(new Flags(flag), FlagsUpdateMode.ADD),
                        MessageRange.all())
                .subscribeOn(Schedulers.parallel());
    }

    private static List<Flags> flags(MessageMapper mapper, Mailbox mailbox) {
        return mapper.findInMailboxReactive(
                        mailbox, MessageRange.all(), MessageMapper.FetchType.METADATA, -1)
                .map(MailboxMessage::createFlags)
                .collectList()
                .block(LIMIT);
    }
}
