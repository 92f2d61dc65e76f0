package org.jamestandem.distribution.single;

import com.google.inject.Module;
import com.google.inject.util.Modules;
import org.apache.james.FakeSearchMailboxModule;
import org.apache.james.modules.mailbox.DefaultEventModule;
import org.apache.james.modules.server.TaskManagerModule;
import org.jamestandem.distribution.cassandra.CassandraStorage;
import org.jamestandem.distribution.deadletters.cassandra.DeadLettersModule;
import org.jamestandem.distribution.queue.cassandra.QueueModule;

/**
 * James on Cassandra with everything else inside the one process: event bus, tasks and search. Two
 * of them on one keyspace would not hear of each other's changes.
 */
public final class SingleNode {
    private SingleNode() {}

    /**
     * @param session as {@link CassandraStorage#on} takes it
     */
    public static Module on(Module session) {
        return Modules.combine(
                CassandraStorage.on(session),
                new DefaultEventModule(),
                new FakeSearchMailboxModule(),
                new DeadLettersModule(),
                new QueueModule(),
                new ScanningSearch(),
                new TaskManagerModule());
    }
}
