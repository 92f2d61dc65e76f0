package org.jamestandem.imap;

import com.google.inject.AbstractModule;
import com.google.inject.Inject;
import com.google.inject.Scopes;
import org.jamestandem.imap.acl.AclSettings;
import org.jamestandem.imap.acl.GrantStore;
import org.jamestandem.imap.acl.ShareIndex;
import org.jamestandem.imap.acl.cassandra.CassandraGrantStore;
import org.jamestandem.imap.acl.cassandra.CassandraShareIndex;
import org.jamestandem.imap.acl.james.AclModule;
import org.jamestandem.imap.acl.memory.MemoryGrantStore;
import org.jamestandem.imap.acl.memory.MemoryShareIndex;
import org.jamestandem.imap.metadata.PrivateEntries;
import org.jamestandem.imap.metadata.PrivateEntryRows;
import org.jamestandem.imap.metadata.cassandra.CassandraPrivateEntries;
import org.jamestandem.imap.metadata.memory.MemoryPrivateEntries;
import org.jamestandem.imap.search.SearchSettings;
import org.jamestandem.imap.search.james.SearchModule;
import org.jamestandem.imap.sharing.SharedNames;
import org.jamestandem.imap.sharing.SharingSettings;
import org.jamestandem.imap.sort.MailboxSortSource;
import org.jamestandem.imap.sort.SortSource;
import org.jamestandem.kernel.account.wiring.UserRowsModule;
import org.jamestandem.kernel.activity.wiring.ReaderActivityModule;
import org.jamestandem.kernel.audit.wiring.AuditModule;
import org.jamestandem.kernel.settings.StateStorage;
import org.jamestandem.kernel.settings.TandemSettings;
import org.jamestandem.kernel.state.StateChoice;

/**
 * The {@code guice.extension.module} entry of {@code extensions.properties}: binds the ports of our
 * IMAP commands to what serves them on this server. {@link TandemImapPackage} needs it.
 */
public final class ImapExtensionsModule extends AbstractModule {
    private final StateStorage storage;
    private final SearchSettings search;
    private final AclSettings acl;
    private final AuditModule audit;

    /**
     * James makes it with the server's own injector.
     *
     * @param state asked here, so that a bad {@code tandem.xml} stops the start
     */
    @Inject
    public ImapExtensionsModule(StateChoice state, TandemSettings settings) {
        this.storage = state.storage();
        this.search = SearchSettings.read(settings.section(SearchSettings.SECTION));
        this.audit = new AuditModule(settings, storage);
        this.acl = AclSettings.read(settings.section(AclSettings.SECTION));
    }

    @Override
    protected void configure() {
        install(new ReaderActivityModule(storage));
        install(audit);
        bind(SortSource.class).to(MailboxSortSource.class).in(Scopes.SINGLETON);
        bind(SharingSettings.class).toInstance(acl.sharing());
        bind(SharedNames.class).toInstance(new SharedNames(acl.sharing().namespaces()));
        install(new AclModule(grants(), shareIndex(), acl));
        bind(PrivateEntries.class).to(privateEntries());
        install(UserRowsModule.of(PrivateEntryRows.class));
        install(new SearchModule(search, storage));
    }

    private Class<? extends GrantStore> grants() {
        return storage == StateStorage.CASSANDRA
                ? CassandraGrantStore.class
                : MemoryGrantStore.class;
    }

    private Class<? extends ShareIndex> shareIndex() {
        return storage == StateStorage.CASSANDRA
                ? CassandraShareIndex.class
                : MemoryShareIndex.class;
    }

    private Class<? extends PrivateEntries> privateEntries() {
        return storage == StateStorage.CASSANDRA
                ? CassandraPrivateEntries.class
                : MemoryPrivateEntries.class;
    }
}
