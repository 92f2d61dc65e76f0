package org.jamestandem.distribution.server;

import com.google.inject.Module;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.util.Modules;
import org.apache.commons.configuration2.BaseHierarchicalConfiguration;
import org.apache.james.modules.BlobExportMechanismModule;
import org.apache.james.modules.MailboxModule;
import org.apache.james.modules.MailetProcessingModule;
import org.apache.james.modules.protocols.IMAPServerModule;
import org.apache.james.modules.protocols.LMTPServerModule;
import org.apache.james.modules.protocols.ManageSieveServerModule;
import org.apache.james.modules.protocols.POP3ServerModule;
import org.apache.james.modules.protocols.ProtocolHandlerModule;
import org.apache.james.modules.protocols.SMTPServerModule;
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
import org.apache.james.modules.server.VacationRoutesModule;
import org.apache.james.modules.server.WebAdminServerModule;
import org.apache.james.modules.vault.DeletedMessageVaultRoutesModule;
import org.apache.james.webadmin.Routes;
import org.apache.james.webadmin.dropwizard.MetricsRoutes;

/** The James modules of every form: protocols, mailets, webadmin; no JMAP, no JMX. */
final class CommonModules {
    private CommonModules() {}

    static Module all() {
        return Modules.combine(mailboxes(), protocols(), webadmin(), mailets());
    }

    private static Module mailboxes() {
        return Modules.combine(new BlobExportMechanismModule(), new MailboxModule());
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
                binder ->
                        Multibinder.newSetBinder(binder, Routes.class)
                                .addBinding()
                                .to(MetricsRoutes.class),
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
