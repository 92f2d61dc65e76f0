package org.jamestandem.distribution.cluster;

import com.google.inject.Module;
import com.google.inject.util.Modules;
import org.apache.james.FakeSearchMailboxModule;
import org.apache.james.modules.mailbox.DefaultEventModule;
import org.jamestandem.distribution.cassandra.CassandraStorage;
import org.jamestandem.distribution.cassandra.session.SessionModule;
import org.jamestandem.distribution.configuration.ServerConfiguration;
import org.jamestandem.distribution.deadletters.cassandra.DeadLettersModule;
import org.jamestandem.distribution.mailbox.ParallelMailboxes;
import org.jamestandem.distribution.rabbitmq.RabbitMqModule;
import org.jamestandem.distribution.server.Form;
import org.jamestandem.distribution.single.ScanningSearch;

/** One of any number of nodes on a Cassandra and a RabbitMQ that the operator runs. */
public final class ClusterForm implements Form {
    @Override
    public String word() {
        return "cluster";
    }

    @Override
    public String place() {
        return "in the Cassandra of cassandra.properties, shared by every node on it";
    }

    @Override
    public boolean keepsMail() {
        return true;
    }

    @Override
    public Module storage(ServerConfiguration configuration) {
        Module oneNode =
                Modules.combine(
                        ParallelMailboxes.over(
                                CassandraStorage.on(
                                        new SessionModule(configuration.folders().conf()))),
                        new DeadLettersModule(),
                        new DefaultEventModule(),
                        new FakeSearchMailboxModule(),
                        new ScanningSearch());
        return Modules.override(oneNode)
                .with(
                        new RabbitMqModule(),
                        new EventBusModule(),
                        new MailQueueModule(),
                        new TasksModule());
    }
}
