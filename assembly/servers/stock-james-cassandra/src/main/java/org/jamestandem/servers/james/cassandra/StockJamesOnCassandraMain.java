package org.jamestandem.servers.james.cassandra;

import com.google.inject.Module;
import com.google.inject.util.Modules;
import java.util.List;
import org.apache.james.FakeSearchMailboxModule;
import org.apache.james.modules.mailbox.DefaultEventModule;
import org.apache.james.modules.mailbox.MemoryDeadLetterModule;
import org.apache.james.modules.queue.memory.MemoryMailQueueModule;
import org.apache.james.modules.server.TaskManagerModule;
import org.jamestandem.distribution.cassandra.CassandraStorage;
import org.jamestandem.distribution.single.ScanningSearch;
import org.jamestandem.servers.james.StockJamesMain;

/**
 * James on Cassandra with a session as James makes it, and nothing of ours but the list of its parts. Arguments as
 * those of {@link StockJamesMain}.
 */
public final class StockJamesOnCassandraMain {
    private StockJamesOnCassandraMain() {}

    public static void main(String[] args) throws Exception {
        StockJamesMain.run(args, storage(), List.of());
    }

    private static Module storage() {
        return Modules.combine(
                CassandraStorage.on(new JamesSession()),
                new DefaultEventModule(),
                new FakeSearchMailboxModule(),
                new MemoryDeadLetterModule(),
                new MemoryMailQueueModule(),
                new ScanningSearch(),
                new TaskManagerModule());
    }
}
