package org.jamestandem.distribution.embedded;

import com.google.inject.Module;
import com.google.inject.util.Modules;
import org.apache.james.FakeSearchMailboxModule;
import org.apache.james.modules.BlobMemoryModule;
import org.apache.james.modules.data.MemoryDataModule;
import org.apache.james.modules.data.MemoryDelegationStoreModule;
import org.apache.james.modules.data.MemoryUsersRepositoryModule;
import org.apache.james.modules.eventstore.MemoryEventStoreModule;
import org.apache.james.modules.mailbox.MemoryMailboxModule;
import org.apache.james.modules.queue.memory.MemoryMailQueueModule;
import org.apache.james.modules.server.TaskManagerModule;
import org.apache.james.modules.vault.DeletedMessageVaultModule;
import org.jamestandem.distribution.configuration.ServerConfiguration;
import org.jamestandem.distribution.server.Form;

/** Domains, users and mail live in memory and end with the process. */
public final class EmbeddedForm implements Form {
    @Override
    public String word() {
        return "embedded";
    }

    @Override
    public String place() {
        return "in memory";
    }

    @Override
    public boolean keepsMail() {
        return false;
    }

    @Override
    public Module storage(ServerConfiguration configuration) {
        Module memory =
                Modules.combine(
                        new BlobMemoryModule(),
                        new DeletedMessageVaultModule(),
                        new FakeSearchMailboxModule(),
                        new MemoryDataModule(),
                        new MemoryDelegationStoreModule(),
                        new MemoryEventStoreModule(),
                        new MemoryMailboxModule(),
                        new MemoryMailQueueModule(),
                        new MemoryUsersRepositoryModule(),
                        new TaskManagerModule());
        return Modules.override(memory).with(new MemoryChanges(configuration.folders()));
    }
}
