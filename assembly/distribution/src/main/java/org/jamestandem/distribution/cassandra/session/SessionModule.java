package org.jamestandem.distribution.cassandra.session;

import com.datastax.oss.driver.api.core.CqlSession;
import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Scopes;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.name.Named;
import com.google.inject.name.Names;
import java.nio.file.Path;
import java.util.Set;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.james.backends.cassandra.components.CassandraModule;
import org.apache.james.backends.cassandra.init.CassandraTypesProvider;
import org.apache.james.backends.cassandra.init.CassandraZonedDateTimeModule;
import org.apache.james.backends.cassandra.init.configuration.CassandraConfiguration;
import org.apache.james.backends.cassandra.init.configuration.ClusterConfiguration;
import org.apache.james.backends.cassandra.init.configuration.KeyspaceConfiguration;
import org.apache.james.backends.cassandra.utils.CassandraHealthCheck;
import org.apache.james.backends.cassandra.versions.CassandraSchemaVersionDAO;
import org.apache.james.backends.cassandra.versions.CassandraSchemaVersionManager;
import org.apache.james.backends.cassandra.versions.CassandraSchemaVersionModule;
import org.apache.james.core.healthcheck.HealthCheck;
import org.apache.james.lifecycle.api.StartUpCheck;
import org.apache.james.mailbox.store.BatchSizes;
import org.apache.james.utils.PropertiesProvider;

/** Our session: any Cassandra from 4.1, and a schema that several nodes may create at once. */
public final class SessionModule extends AbstractModule {
    static final String DRIVER_FILE = "driver";

    private final Path conf;

    /**
     * @param conf the folder with {@code cassandra-driver.conf}
     */
    public SessionModule(Path conf) {
        this.conf = conf;
    }

    @Override
    protected void configure() {
        bind(Path.class)
                .annotatedWith(Names.named(DRIVER_FILE))
                .toInstance(conf.resolve("cassandra-driver.conf"));
        bind(OwnSession.class).in(Scopes.SINGLETON);
        bind(CassandraTypesProvider.class).in(Scopes.SINGLETON);
        bind(CassandraSchemaVersionDAO.class).in(Scopes.SINGLETON);
        bind(CassandraSchemaVersionManager.class).in(Scopes.SINGLETON);
        Multibinder<CassandraModule> tables =
                Multibinder.newSetBinder(binder(), CassandraModule.class);
        tables.addBinding().toInstance(CassandraZonedDateTimeModule.MODULE);
        tables.addBinding().toInstance(CassandraSchemaVersionModule.MODULE);
        Multibinder<StartUpCheck> checks = Multibinder.newSetBinder(binder(), StartUpCheck.class);
        checks.addBinding().to(SchemaVersionCheck.class);
        checks.addBinding().to(BlobStrategyCheck.class);
        Multibinder.newSetBinder(binder(), HealthCheck.class)
                .addBinding()
                .to(CassandraHealthCheck.class);
    }

    @Provides
    @Singleton
    CassandraModule tables(Set<CassandraModule> tables) {
        return CassandraModule.aggregateModules(tables);
    }

    @Provides
    @Singleton
    CassandraFiles files(PropertiesProvider files, @Named(DRIVER_FILE) Path driver) {
        return new CassandraFiles(files, driver);
    }

    @Provides
    @Singleton
    ClusterConfiguration cluster(CassandraFiles files) throws ConfigurationException {
        return files.cluster();
    }

    @Provides
    @Singleton
    KeyspaceConfiguration keyspace(CassandraFiles files) throws ConfigurationException {
        return files.keyspace();
    }

    @Provides
    @Singleton
    CassandraConfiguration behaviour(CassandraFiles files) throws ConfigurationException {
        return files.behaviour();
    }

    @Provides
    @Singleton
    BatchSizes batches(CassandraFiles files) throws ConfigurationException {
        return files.batches();
    }

    @Provides
    @Singleton
    SchemaState schemaState(CqlSession session) {
        return new SchemaState(session);
    }

    @Provides
    @Singleton
    CqlSession session(OwnSession session) {
        return session.get();
    }
}
