package org.jamestandem.distribution.cassandra;

import com.google.inject.AbstractModule;
import com.google.inject.Inject;
import com.google.inject.Provider;
import com.google.inject.Provides;
import com.google.inject.Scopes;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.name.Named;
import com.google.inject.name.Names;
import java.io.FileNotFoundException;
import java.time.Clock;
import org.apache.commons.configuration2.Configuration;
import org.apache.commons.configuration2.PropertiesConfiguration;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.james.blob.api.BlobId;
import org.apache.james.blob.api.BlobReferenceSource;
import org.apache.james.blob.api.BlobStore;
import org.apache.james.blob.api.BlobStoreDAO;
import org.apache.james.blob.api.BucketName;
import org.apache.james.blob.api.HashBlobId;
import org.apache.james.blob.api.MetricableBlobStore;
import org.apache.james.blob.cassandra.CassandraBlobModule;
import org.apache.james.blob.cassandra.CassandraBlobStoreDAO;
import org.apache.james.blob.cassandra.CassandraBucketDAO;
import org.apache.james.blob.cassandra.CassandraDefaultBucketDAO;
import org.apache.james.server.blob.deduplication.DeDuplicationBlobStore;
import org.apache.james.server.blob.deduplication.GenerationAwareBlobId;
import org.apache.james.server.blob.deduplication.PassThroughBlobStore;
import org.apache.james.server.blob.deduplication.StorageStrategy;
import org.apache.james.utils.PropertiesProvider;

/** Message contents in Cassandra, stored once or once a copy as {@code blob.properties} says. */
final class BlobStorage extends AbstractModule {
    private static final String FILE = "blob";

    @Override
    protected void configure() {
        Tables.add(binder(), CassandraBlobModule.MODULE);
        bind(CassandraBucketDAO.class).in(Scopes.SINGLETON);
        bind(CassandraDefaultBucketDAO.class).in(Scopes.SINGLETON);
        bind(CassandraBlobStoreDAO.class).in(Scopes.SINGLETON);
        bind(BlobStoreDAO.class).to(CassandraBlobStoreDAO.class);
        bind(BucketName.class)
                .annotatedWith(Names.named(BlobStore.DEFAULT_BUCKET_NAME_QUALIFIER))
                .toInstance(BucketName.DEFAULT);
        bind(MetricableBlobStore.class).in(Scopes.SINGLETON);
        bind(BlobStore.class).to(MetricableBlobStore.class);
        Multibinder.newSetBinder(binder(), BlobReferenceSource.class);
    }

    @Provides
    @Singleton
    BlobStrategy strategy(PropertiesProvider files) throws ConfigurationException {
        return BlobStrategy.read(properties(files));
    }

    @Provides
    @Singleton
    GenerationAwareBlobId.Configuration generations(PropertiesProvider files)
            throws ConfigurationException {
        return GenerationAwareBlobId.Configuration.parse(properties(files));
    }

    @Provides
    @Singleton
    BlobId.Factory blobIds(
            BlobStrategy strategy, Clock clock, GenerationAwareBlobId.Configuration generations) {
        BlobId.Factory hashes = new HashBlobId.Factory();
        return switch (strategy.storage()) {
            case DEDUPLICATION -> new GenerationAwareBlobId.Factory(clock, hashes, generations);
            case PASSTHROUGH -> hashes;
        };
    }

    @Provides
    @Singleton
    @Named(MetricableBlobStore.BLOB_STORE_IMPLEMENTATION)
    BlobStore contents(BlobStrategy strategy, Stores stores) {
        return strategy.storage() == StorageStrategy.DEDUPLICATION
                ? stores.once.get()
                : stores.everyCopy.get();
    }

    private static Configuration properties(PropertiesProvider files)
            throws ConfigurationException {
        try {
            return files.getConfiguration(FILE);
        } catch (FileNotFoundException e) {
            return new PropertiesConfiguration();
        }
    }

    /** Both, neither made before it is chosen. */
    static final class Stores {
        private final Provider<DeDuplicationBlobStore> once;
        private final Provider<PassThroughBlobStore> everyCopy;

        @Inject
        Stores(Provider<DeDuplicationBlobStore> once, Provider<PassThroughBlobStore> everyCopy) {
            this.once = once;
            this.everyCopy = everyCopy;
        }
    }
}
