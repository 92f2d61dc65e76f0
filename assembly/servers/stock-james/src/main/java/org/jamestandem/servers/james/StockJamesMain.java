package org.jamestandem.servers.james;

import com.google.inject.Module;
import com.google.inject.util.Modules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.configuration2.BaseHierarchicalConfiguration;
import org.apache.james.FakeSearchMailboxModule;
import org.apache.james.GuiceJamesServer;
import org.apache.james.data.UsersRepositoryModuleChooser;
import org.apache.james.modules.BlobExportMechanismModule;
import org.apache.james.modules.BlobMemoryModule;
import org.apache.james.modules.MailboxModule;
import org.apache.james.modules.MailetProcessingModule;
import org.apache.james.modules.RunArgumentsModule;
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
import org.apache.james.modules.server.WebAdminServerModule;
import org.apache.james.modules.vault.DeletedMessageVaultModule;
import org.apache.james.modules.vault.DeletedMessageVaultRoutesModule;
import org.apache.james.server.core.configuration.Configuration;

/**
 * James on memory storage, composed of its own modules and nothing else: what an operator has before Tandem.
 *
 * <p>Argument 1: the working directory, with {@code conf/} and perhaps {@code extensions-jars/}. Argument 2: a file
 * that is made once the server has started. The process ends with its standard input, so that it never outlives the
 * one who started it.
 */
public final class StockJamesMain {
    private static final Module MEMORY =
            Modules.combine(
                    new MemoryDelegationStoreModule(),
                    new BlobMemoryModule(),
                    new DeletedMessageVaultModule(),
                    new MemoryDataModule(),
                    new MemoryEventStoreModule(),
                    new MemoryMailboxModule(),
                    new MemoryMailQueueModule(),
                    new TaskManagerModule(),
                    new FakeSearchMailboxModule());

    private static final Module COMMON =
            Modules.combine(
                    new MailetProcessingModule(), new BlobExportMechanismModule(), new MailboxModule());

    private static final Module PROTOCOLS =
            Modules.combine(
                    new IMAPServerModule(),
                    new LMTPServerModule(),
                    new ManageSieveServerModule(),
                    new POP3ServerModule(),
                    new ProtocolHandlerModule(),
                    new SMTPServerModule());

    private static final Module WEBADMIN =
            Modules.combine(
                    new WebAdminServerModule(),
                    new DataRoutesModules(),
                    new DeletedMessageVaultRoutesModule(),
                    new MailboxesExportRoutesModule(),
                    new MailboxRoutesModule(),
                    new MailQueueRoutesModule(),
                    new MailRepositoriesRoutesModule(),
                    new SieveRoutesModule());

    private static final Module WITHOUT_JMAP =
            Modules.combine(
                    new NoJwtModule(),
                    new RawPostDequeueDecoratorModule(),
                    binder ->
                            binder.bind(MailetContainerModule.DefaultProcessorsConfigurationSupplier.class)
                                    .toInstance(BaseHierarchicalConfiguration::new));

    private StockJamesMain() {}

    public static void main(String[] args) throws Exception {
        run(
                args,
                MEMORY,
                new UsersRepositoryModuleChooser(new MemoryUsersRepositoryModule())
                        .chooseModules(UsersRepositoryModuleChooser.Implementation.DEFAULT));
    }

    /** The same server on other storage. */
    public static void run(String[] args, Module storage, List<Module> users) throws Exception {
        endWithStandardInput();
        Configuration configuration =
                Configuration.builder().workingDirectory(Path.of(args[0]).toFile()).build();
        GuiceJamesServer server =
                GuiceJamesServer.forConfiguration(configuration)
                        .combineWith(COMMON, storage, PROTOCOLS, WEBADMIN, WITHOUT_JMAP)
                        .combineWith(users)
                        .overrideWith(new RunArgumentsModule(new String[0]));
        server.start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "stop"));
        Files.createFile(Path.of(args[1]));
    }

    private static void endWithStandardInput() {
        Thread watch =
                new Thread(
                        () -> {
                            try {
                                while (System.in.read() >= 0) {}
                            } catch (IOException e) {
                                System.err.println("standard input failed: " + e);
                            }
                            System.exit(0);
                        },
                        "end-with-standard-input");
        watch.setDaemon(true);
        watch.start();
    }
}
