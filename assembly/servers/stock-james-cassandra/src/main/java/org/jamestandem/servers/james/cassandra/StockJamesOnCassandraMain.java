package org.jamestandem.servers.james.cassandra;

import java.util.List;
import org.jamestandem.distribution.single.SingleNode;
import org.jamestandem.servers.james.StockJamesMain;

/**
 * James on Cassandra with a session as James makes it, and nothing of ours but the list of its parts. Arguments as
 * those of {@link StockJamesMain}.
 */
public final class StockJamesOnCassandraMain {
    private StockJamesOnCassandraMain() {}

    public static void main(String[] args) throws Exception {
        StockJamesMain.run(args, SingleNode.on(new JamesSession()), List.of());
    }
}
