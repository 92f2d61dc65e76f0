package org.jamestandem.distribution.cassandra;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import com.google.inject.multibindings.Multibinder;
import java.util.List;
import org.apache.commons.configuration2.BaseHierarchicalConfiguration;
import org.apache.james.blob.api.BlobReferenceSource;
import org.apache.james.mailrepository.api.MailRepositoryFactory;
import org.apache.james.mailrepository.api.MailRepositoryUrlStore;
import org.apache.james.mailrepository.api.Protocol;
import org.apache.james.mailrepository.cassandra.CassandraMailRepository;
import org.apache.james.mailrepository.cassandra.CassandraMailRepositoryFactory;
import org.apache.james.mailrepository.cassandra.CassandraMailRepositoryKeysDAO;
import org.apache.james.mailrepository.cassandra.CassandraMailRepositoryMailDaoV2;
import org.apache.james.mailrepository.cassandra.CassandraMailRepositoryModule;
import org.apache.james.mailrepository.cassandra.CassandraMailRepositoryUrlModule;
import org.apache.james.mailrepository.cassandra.CassandraMailRepositoryUrlStore;
import org.apache.james.mailrepository.cassandra.MailRepositoryBlobReferenceSource;
import org.apache.james.mailrepository.cassandra.UrlsDao;
import org.apache.james.mailrepository.memory.MailRepositoryStoreConfiguration;

/**
 * Mail that was put aside: {@code cassandra://var/mail/error/} and its like, or {@code
 * mail://var/mail/error/} in a configuration that is meant for any storage.
 */
final class MailRepositoryStorage extends AbstractModule {
    @Override
    protected void configure() {
        Tables.add(
                binder(),
                CassandraMailRepositoryModule.MODULE,
                CassandraMailRepositoryUrlModule.MODULE);
        bind(UrlsDao.class).in(Scopes.SINGLETON);
        bind(CassandraMailRepositoryUrlStore.class).in(Scopes.SINGLETON);
        bind(MailRepositoryUrlStore.class).to(CassandraMailRepositoryUrlStore.class);
        bind(CassandraMailRepositoryKeysDAO.class).in(Scopes.SINGLETON);
        bind(CassandraMailRepositoryMailDaoV2.class).in(Scopes.SINGLETON);
        bind(MailRepositoryStoreConfiguration.Item.class)
                .toProvider(
                        () ->
                                new MailRepositoryStoreConfiguration.Item(
                                        List.of(new Protocol("cassandra"), new Protocol("mail")),
                                        CassandraMailRepository.class.getName(),
                                        new BaseHierarchicalConfiguration()));
        Multibinder.newSetBinder(binder(), MailRepositoryFactory.class)
                .addBinding()
                .to(CassandraMailRepositoryFactory.class);
        Multibinder.newSetBinder(binder(), BlobReferenceSource.class)
                .addBinding()
                .to(MailRepositoryBlobReferenceSource.class);
    }
}
