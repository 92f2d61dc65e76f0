package org.jamestandem.distribution.queue.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.james.queue.api.DelayedMailQueueContract;
import org.apache.james.queue.api.DelayedManageableMailQueueContract;
import org.apache.james.queue.api.MailQueue;
import org.apache.james.queue.api.MailQueue.MailQueueItem.CompletionStatus;
import org.apache.james.queue.api.Mails;
import org.apache.james.queue.api.ManageableMailQueue;
import org.apache.james.queue.api.ManageableMailQueueContract;
import org.jamestandem.testkit.servers.CassandraServer;
import org.jamestandem.testkit.servers.TestServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;

/** James' own contracts, and what outlives the process. */
class CassandraMailQueueTest
        implements ManageableMailQueueContract,
                DelayedMailQueueContract,
                DelayedManageableMailQueueContract {
    @RegisterExtension static final CassandraServer CASSANDRA = TestServers.cassandra();

    private QueueFixture queues;
    private ManageableMailQueue queue;

    @BeforeEach
    void createQueue() {
        queues = QueueFixture.on(CASSANDRA);
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
}
