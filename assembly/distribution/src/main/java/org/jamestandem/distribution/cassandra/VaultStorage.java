package org.jamestandem.distribution.cassandra;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import org.apache.james.modules.vault.DeletedMessageVaultModule;
import org.apache.james.vault.metadata.CassandraDeletedMessageMetadataVault;
import org.apache.james.vault.metadata.DeletedMessageMetadataModule;
import org.apache.james.vault.metadata.DeletedMessageMetadataVault;

/** Deleted messages that can be restored. */
final class VaultStorage extends AbstractModule {
    @Override
    protected void configure() {
        install(new DeletedMessageVaultModule());
        Tables.add(binder(), DeletedMessageMetadataModule.MODULE);
        bind(CassandraDeletedMessageMetadataVault.class).in(Scopes.SINGLETON);
        bind(DeletedMessageMetadataVault.class).to(CassandraDeletedMessageMetadataVault.class);
    }
}
