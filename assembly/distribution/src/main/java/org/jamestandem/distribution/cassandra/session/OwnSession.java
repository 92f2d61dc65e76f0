package org.jamestandem.distribution.cassandra.session;

import com.codahale.metrics.MetricRegistry;
import com.datastax.oss.driver.api.core.CqlSession;
import com.google.inject.Inject;
import javax.annotation.PreDestroy;
import org.apache.james.backends.cassandra.components.CassandraModule;
import org.apache.james.backends.cassandra.init.configuration.ClusterConfiguration;
import org.apache.james.backends.cassandra.init.configuration.KeyspaceConfiguration;

/** The one session of this server, in a keyspace that has every table. */
final class OwnSession {
    private final CqlSession session;

    @Inject
    OwnSession(
            ClusterConfiguration cluster,
            KeyspaceConfiguration keyspace,
            CassandraFiles files,
            CassandraModule tables,
            MetricRegistry metrics) {
        this.session = new Connection(cluster, keyspace, files.driver(), metrics).open();
        try {
            new Schema(session, tables).create();
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    CqlSession get() {
        return session;
    }

    @PreDestroy
    void close() {
        session.close();
    }
}
