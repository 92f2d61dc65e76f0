package org.jamestandem.servers.james.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Scopes;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import java.io.FileNotFoundException;
import java.util.Set;
import org.apache.commons.configuration2.Configuration;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.james.backends.cassandra.components.CassandraModule;
import org.apache.james.backends.cassandra.init.CassandraTypesProvider;
import org.apache.james.backends.cassandra.init.CassandraZonedDateTimeModule;
import org.apache.james.backends.cassandra.init.ClusterFactory;
import org.apache.james.backends.cassandra.init.SessionWithInitializedTablesFactory;
import org.apache.james.backends.cassandra.init.configuration.CassandraConfiguration;
import org.apache.james.backends.cassandra.init.configuration.ClusterConfiguration;
import org.apache.james.backends.cassandra.init.configuration.KeyspaceConfiguration;
import org.apache.james.backends.cassandra.versions.CassandraSchemaVersionDAO;
import org.apache.james.backends.cassandra.versions.CassandraSchemaVersionManager;
import org.apache.james.backends.cassandra.versions.CassandraSchemaVersionModule;
import org.apache.james.mailbox.store.BatchSizes;
import org.apache.james.utils.PropertiesProvider;

/** The session and the tables as James' own factories make them, on what {@code cassandra.properties} says. */
final class JamesSession extends AbstractModule {
    @Override
    protected void configure() {
        bind(CassandraTypesProvider.class).in(Scopes.SINGLETON);
        bind(CassandraSchemaVersionDAO.class).in(Scopes.SINGLETON);
        bind(CassandraSchemaVersionManager.class).in(Scopes.SINGLETON);
        bind(BatchSizes.class).toInstance(BatchSizes.defaultValues());
        Multibinder<CassandraModule> tables = Multibinder.newSetBinder(binder(), CassandraModule.class);
        tables.addBinding().toInstance(CassandraZonedDateTimeModule.MODULE);
        tables.addBinding().toInstance(CassandraSchemaVersionModule.MODULE);
    }

    @Provides
    @Singleton
    CqlSession session(PropertiesProvider files, Set<CassandraModule> tables)
            throws ConfigurationException, FileNotFoundException {
        Configuration properties = files.getConfiguration("cassandra");
        KeyspaceConfiguration keyspace =
                KeyspaceConfiguration.builder()
                        .keyspace(properties.getString("cassandra.keyspace"))
                        .replicationFactor(1)
                        .durableWrites(true);
        return new SessionWithInitializedTablesFactory(
                        ClusterFactory.create(ClusterConfiguration.from(properties), keyspace),
                        CassandraModule.aggregateModules(tables))
                .get();
    }

    @Provides
    @Singleton
    CassandraConfiguration behaviour(PropertiesProvider files)
            throws ConfigurationException, FileNotFoundException {
        return CassandraConfiguration.from(files.getConfiguration("cassandra"));
    }
}
