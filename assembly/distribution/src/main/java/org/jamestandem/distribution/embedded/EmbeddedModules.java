package org.jamestandem.distribution.embedded;

import com.google.inject.Module;
import com.google.inject.util.Modules;
import org.apache.commons.configuration2.BaseHierarchicalConfiguration;
import org.apache.james.FakeSearchMailboxModule;
import org.apache.james.modules.BlobExportMechanismModule;
import org.apache.james.modules.BlobMemoryModule;
import org.apache.james.modules.MailboxModule;
import org.apache.james.modules.MailetProcessingModule;
import org.apache.james.modules.data.MemoryDataModule;
import org.apache.james.modules.data.MemoryDelegationStoreModule;
import org.apache.james.modules.data.MemoryUsersRepositoryModule;
import org.apache.james.modules.eventstore.MemoryEventStoreModule;
import org.apache.james.modules.mailbox.MemoryMailboxModule;
import org.apache.james.modules.protocols.IMAPServerModule;
import org.apache.james.modules.protocols.LMTPServerModule;
import org.apache.james.modules.protocols.ManageSieveServerModule;
import org.apache.james.modules.protocols.POP3ServerModule;
import org.apache.james.modules.protocols.ProtocolHandlerModule;
import org.apache.james.modules.protocols.SMTPServerModule;
import org.apache.james.modules.queue.memory.MemoryMailQueueModule;
import org.apache.james.modules.server.DKIMMailetModule;
import org.apache.james.modules.server.DLPRoutesModule;
import org.apache.james.modules.server.DataRoutesModules;
import org.apache.james.modules.server.MailQueueRoutesModule;
import org.apache.james.modules.server.MailRepositoriesRoutesModule;
import org.apache.james.modules.server.MailboxRoutesModule;
import org.apache.james.modules.server.MailboxesExportRoutesModule;
import org.apache.james.modules.server.MailetContainerModule;
import org.apache.james.modules.server.NoJwtModule;
import org.apache.james.modules.server.RawPostDequeueDecoratorModule;
import org.apache.james.modules.server.SieveRoutesModule;
import org.apache.james.modules.server.TaskManagerModule;
import org.apache.james.modules.server.VacationRoutesModule;
import org.apache.james.modules.server.WebAdminServerModule;
import org.apache.james.modules.vault.DeletedMessageVaultModule;
import org.apache.james.modules.vault.DeletedMessageVaultRoutesModule;

/** The James modules of the embedded form: everything in memory, no JMAP, no JMX. */
final class EmbeddedModules {
    private EmbeddedModules() {}

    static Module all() {
        return Modules.combine(storage(), protocols(), webadmin(), mailets());
    }

    private static Module storage() {
        return Modules.combine(
                new BlobExportMechanismModule(),
                new BlobMemoryModule(),
                new DeletedMessageVaultModule(),
                new FakeSearchMailboxModule(),
                new MailboxModule(),
                new MemoryDataModule(),
                new MemoryDelegationStoreModule(),
                new MemoryEventStoreModule(),
                new MemoryMailboxModule(),
                new MemoryMailQueueModule(),
                new MemoryUsersRepositoryModule(),
                new TaskManagerModule());
    }

    private static Module protocols() {
        return Modules.combine(
                new IMAPServerModule(),
                new LMTPServerModule(),
                new ManageSieveServerModule(),
                new POP3ServerModule(),
                new ProtocolHandlerModule(),
                new SMTPServerModule());
    }

    private static Module webadmin() {
        return Modules.combine(
                new WebAdminServerModule(),
                new NoJwtModule(),
                new DataRoutesModules(),
                new DeletedMessageVaultRoutesModule(),
                new DLPRoutesModule(),
                new MailboxesExportRoutesModule(),
                new MailboxRoutesModule(),
                new MailQueueRoutesModule(),
                new MailRepositoriesRoutesModule(),
                new SieveRoutesModule(),
                new VacationRoutesModule());
    }

    private static Module mailets() {
        return Modules.combine(
                new DKIMMailetModule(),
                new MailetProcessingModule(),
                new RawPostDequeueDecoratorModule(),
                binder ->
                        binder.bind(
                                        MailetContainerModule.DefaultProcessorsConfigurationSupplier
                                                .class)
                                .toInstance(BaseHierarchicalConfiguration::new));
    }
}
