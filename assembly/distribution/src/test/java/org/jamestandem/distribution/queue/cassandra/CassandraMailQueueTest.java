package org.jamestandem.distribution.queue.cassandra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.james.queue.api.DelayedMailQueueContract;
import org.apache.james.queue.api.DelayedManageableMailQueueContract;
import org.apache.james.queue.api.MailQueue;
import org.apache.james.queue.api.MailQueue.MailQueueItem.CompletionStatus;
import org.apache.james.queue.api.Mails;
import org.apache.james.queue.api.ManageableMailQueue;
import org.apache.james.queue.api.ManageableMailQueue.MailQueueIterator;
import org.apache.james.queue.api.ManageableMailQueueContract;
import org.jamestandem.testkit.servers.CassandraServer;
import org.jamestandem.testkit.servers.TestServers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/** James' own contracts, and what outlives the process. */
class CassandraMailQueueTest
        implements ManageableMailQueueContract,
                DelayedMailQueueContract,
                DelayedManageableMailQueueContract {
    @RegisterExtension static final CassandraServer CASSANDRA = TestServers.cassandra();

    private static QueueFixture queues;

    private ManageableMailQueue queue;

    @BeforeAll
    static void createTables() {
        queues = QueueFixture.on(CASSANDRA);
    }

    @BeforeEach
    void createQueue() {
        queue = queues.fresh();
    }

    @Override
    public MailQueue getMailQueue() {
        return queue;
    }

    @Override
    public ManageableMailQueue getManageableMailQueue() {
        return queue;
    }

    @Test
    void whatWasNotDoneIsThereAfterAnEndOfTheProcess() throws Exception {
        for (String name : List.of("done", "handed-out", "waiting")) {
            queue.enQueue(Mails.defaultMail().name(name).build());
        }
        Flux.from(queue.deQueue())
                .take(2)
                .filter(item -> item.getMail().getName().equals("done"))
                .doOnNext(QueueFixture::succeed)
                .blockLast(Duration.ofSeconds(30));

        ManageableMailQueue next = queues.reopened();

        assertThat(next.getSize()).isEqualTo(2);
        assertThat(QueueFixture.names(next, 2)).containsExactlyInAnyOrder("handed-out", "waiting");
    }

    @Test
    void delayOutlivesTheProcess() throws Exception {
        queue.enQueue(Mails.defaultMail().name("later").build(), Duration.ofHours(1));

        ManageableMailQueue next = queues.reopened();

        assertThat(next.browse().next().getNextDelivery().orElseThrow().toInstant())
                .isAfter(Instant.now().plus(Duration.ofMinutes(59)));
    }

    @Test
    void rejectedMailIsKeptAndRests() throws Exception {
        queue.enQueue(Mails.defaultMail().name("poison").build());
        Flux.from(queue.deQueue()).blockFirst(Duration.ofSeconds(30)).done(CompletionStatus.REJECT);

        assertThat(queue.browse().next().getNextDelivery().orElseThrow().toInstant())
                .isAfter(Instant.now().plus(Duration.ofMinutes(59)));
        assertThat(queues.reopened().getSize()).isEqualTo(1);
    }

    @Test
    void mailThatCannotBeReadHoldsNobodyUpAndComesLater() throws Exception {
        queue.enQueue(Mails.defaultMail().name("first").build());
        BlockingQueue<String> arrived = new LinkedBlockingQueue<>();
        queues.contentsAreReadable(false);
        Disposable consumer =
                Flux.from(queue.deQueue())
                        .map(item -> item.getMail().getName())
                        .subscribe(arrived::add);
        await().until(() -> dueIn(queue).compareTo(Duration.ofSeconds(30)) > 0);

        queues.contentsAreReadable(true);
        queue.enQueue(Mails.defaultMail().name("second").build());
        assertThat(arrived.poll(30, TimeUnit.SECONDS)).isEqualTo("second");

        queue.flush();
        assertThat(arrived.poll(30, TimeUnit.SECONDS)).isEqualTo("first");
        consumer.dispose();
    }

    private static Duration dueIn(ManageableMailQueue queue) throws Exception {
        MailQueueIterator waiting = queue.browse();
        return waiting.hasNext()
                ? Duration.between(
                        Instant.now(), waiting.next().getNextDelivery().orElseThrow().toInstant())
                : Duration.ZERO;
    }
}
