package org.jamestandem.distribution.embedded;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.io.IOException;
import java.util.List;
import org.apache.commons.configuration2.BaseHierarchicalConfiguration;
import org.apache.commons.io.FileUtils;
import org.apache.james.mailbox.inmemory.InMemoryMailboxSessionMapperFactory;
import org.apache.james.mailbox.store.mail.ThreadIdGuessingAlgorithm;
import org.apache.james.mailrepository.api.Protocol;
import org.apache.james.mailrepository.memory.MailRepositoryStoreConfiguration;
import org.apache.james.mailrepository.memory.MemoryMailRepository;
import org.apache.james.server.core.filesystem.FileSystemImpl;
import org.apache.james.sieverepository.file.SieveFileRepository;
import org.jamestandem.distribution.configuration.Folders;

/** What differs from James' own memory modules. */
final class MemoryChanges extends AbstractModule {
    private final Folders folders;

    MemoryChanges(Folders folders) {
        this.folders = folders;
    }

    @Override
    protected void configure() {
        bind(InMemoryMailboxSessionMapperFactory.class).to(OrderedMappers.class);
        bind(ThreadIdGuessingAlgorithm.class).to(RememberedThreads.class);
    }

    /** Known as {@code memory} as in James, and as {@code mail} as on any storage. */
    @Provides
    MailRepositoryStoreConfiguration.Item mailRepositories() {
        return new MailRepositoryStoreConfiguration.Item(
                List.of(new Protocol("memory"), new Protocol("mail")),
                MemoryMailRepository.class.getName(),
                new BaseHierarchicalConfiguration());
    }

    /** James' file repository, in a folder of the data folder that is new at every start. */
    @Provides
    @Singleton
    SieveFileRepository sieveScripts() throws IOException {
        FileUtils.deleteDirectory(folders.data().resolve("sieve").toFile());
        Folders rooted = new Folders(folders.data(), folders.conf(), folders.data());
        return new SieveFileRepository(new FileSystemImpl(rooted));
    }
}
