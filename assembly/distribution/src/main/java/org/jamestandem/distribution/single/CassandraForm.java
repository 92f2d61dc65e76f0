package org.jamestandem.distribution.single;

import com.google.inject.Module;
import org.jamestandem.distribution.cassandra.session.SessionModule;
import org.jamestandem.distribution.configuration.ServerConfiguration;
import org.jamestandem.distribution.mailbox.ParallelMailboxes;
import org.jamestandem.distribution.server.Form;

/** One James on a Cassandra that the operator runs. */
public final class CassandraForm implements Form {
    @Override
    public String word() {
        return "cassandra";
    }

    @Override
    public String place() {
        return "in the Cassandra of cassandra.properties";
    }

    @Override
    public boolean keepsMail() {
        return true;
    }

    @Override
    public Module storage(ServerConfiguration configuration) {
        return ParallelMailboxes.over(
                SingleNode.on(new SessionModule(configuration.folders().conf())));
    }
}
