package org.jamestandem.pop3;

import com.datastax.oss.driver.api.core.CqlSession;
import com.google.inject.AbstractModule;
import com.google.inject.Inject;
import com.google.inject.Injector;
import com.google.inject.Provides;
import com.google.inject.Scopes;
import com.google.inject.Singleton;
import java.security.SecureRandom;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.MessageId;
import org.jamestandem.kernel.account.wiring.UserRowsModule;
import org.jamestandem.kernel.activity.wiring.ReaderActivityModule;
import org.jamestandem.kernel.audit.wiring.AuditModule;
import org.jamestandem.kernel.metadata.wiring.ServerEntriesModule;
import org.jamestandem.kernel.settings.InvalidSetting;
import org.jamestandem.kernel.settings.StateStorage;
import org.jamestandem.kernel.settings.TandemSettings;
import org.jamestandem.kernel.state.StateChoice;
import org.jamestandem.kernel.tasks.wiring.WorkModule;
import org.jamestandem.pop3.account.MaildropRows;
import org.jamestandem.pop3.account.PolicyRows;
import org.jamestandem.pop3.account.SweepRows;
import org.jamestandem.pop3.journal.AuditedAlarm;
import org.jamestandem.pop3.journal.SweepDeeds;
import org.jamestandem.pop3.maildrop.Fingerprints;
import org.jamestandem.pop3.maildrop.Inboxes;
import org.jamestandem.pop3.maildrop.MaildropState;
import org.jamestandem.pop3.maildrop.QuitWatch;
import org.jamestandem.pop3.maildrop.UniqueIdAlarm;
import org.jamestandem.pop3.maildrop.cassandra.CassandraFingerprints;
import org.jamestandem.pop3.maildrop.cassandra.CassandraFolderEntries;
import org.jamestandem.pop3.maildrop.cassandra.CassandraMaildropState;
import org.jamestandem.pop3.maildrop.james.FolderEntries;
import org.jamestandem.pop3.maildrop.james.JamesInboxes;
import org.jamestandem.pop3.maildrop.james.JamesMessageKeys;
import org.jamestandem.pop3.maildrop.james.ManagerEntries;
import org.jamestandem.pop3.maildrop.memory.MemoryFingerprints;
import org.jamestandem.pop3.maildrop.memory.MemoryMaildropState;
import org.jamestandem.pop3.migration.ImportWork;
import org.jamestandem.pop3.migration.Uploads;
import org.jamestandem.pop3.migration.cassandra.CassandraUploads;
import org.jamestandem.pop3.migration.memory.MemoryUploads;
import org.jamestandem.pop3.policy.Policies;
import org.jamestandem.pop3.policy.PolicySettings;
import org.jamestandem.pop3.policy.PolicyWatch;
import org.jamestandem.pop3.policy.StoredPolicies;
import org.jamestandem.pop3.policy.cassandra.CassandraPolicies;
import org.jamestandem.pop3.policy.memory.MemoryPolicies;
import org.jamestandem.pop3.policy.metadata.OwnPolicyEntry;
import org.jamestandem.pop3.reader.DeviceSettings;
import org.jamestandem.pop3.reader.Devices;
import org.jamestandem.pop3.reader.cassandra.CassandraDevices;
import org.jamestandem.pop3.reader.memory.MemoryDevices;
import org.jamestandem.pop3.session.SessionSettings;
import org.jamestandem.pop3.sweep.Enrolment;
import org.jamestandem.pop3.sweep.LookAfterChange;
import org.jamestandem.pop3.sweep.PolicyPreviewWork;
import org.jamestandem.pop3.sweep.SweepJournal;
import org.jamestandem.pop3.sweep.SweepState;
import org.jamestandem.pop3.sweep.SweepWork;
import org.jamestandem.pop3.sweep.cassandra.CassandraSweepState;
import org.jamestandem.pop3.sweep.memory.MemorySweepState;
import org.jamestandem.pop3.uidl.MessageKeys;
import org.jamestandem.pop3.uidl.ServerRun;
import org.jamestandem.pop3.undo.LostMail;
import org.jamestandem.pop3.undo.Restoration;
import org.jamestandem.pop3.undo.james.Copies;
import org.jamestandem.pop3.undo.james.CopiesOfServer;
import org.jamestandem.pop3.undo.james.JamesLostMail;

/**
 * The {@code guice.extension.module} entry of {@code extensions.properties}: what {@link
 * LeaveOnServerHandlers} needs. Binds nothing that James binds, so that it works from a dropped
 * jar.
 */
public final class Pop3HooksModule extends AbstractModule {
    private static final String CASSANDRA_IDS =
            "org.apache.james.mailbox.cassandra.ids.CassandraId$Factory";

    private final Policies policies;
    private final SessionSettings sessions;
    private final DeviceSettings devices;
    private final StateStorage storage;
    private final AuditModule audit;

    /**
     * Reads the settings; connects to nothing yet.
     *
     * @throws InvalidSetting when a section is wrong, or {@code <state>} names what this server has
     *     not
     */
    @Inject
    public Pop3HooksModule(TandemSettings settings, StateChoice choice) {
        Pop3Settings pop3 = Pop3Settings.read(settings.section(PolicySettings.SECTION));
        this.sessions = pop3.sessions();
        this.policies = pop3.policies();
        this.devices = pop3.devices();
        this.storage = choice.storage();
        this.audit = new AuditModule(settings, storage);
    }

    @Override
    protected void configure() {
        install(new ReaderActivityModule(storage));
        install(audit);
        bind(Policies.class).toInstance(policies);
        bind(SessionSettings.class).toInstance(sessions);
        bind(Inboxes.class).to(JamesInboxes.class);
        bind(DeviceSettings.class).toInstance(devices);
        bind(QuitWatch.class).to(Enrolment.class);
        bind(PolicyWatch.class).to(LookAfterChange.class);
        bind(UniqueIdAlarm.class).to(AuditedAlarm.class);
        bind(SweepJournal.class).to(SweepDeeds.class);
        bind(Copies.class).toProvider(CopiesOfServer.class).in(Scopes.SINGLETON);
        bind(LostMail.class).to(JamesLostMail.class);
        install(UserRowsModule.of(MaildropRows.class, PolicyRows.class, SweepRows.class));
        install(
                WorkModule.of(
                        SweepWork.class,
                        PolicyPreviewWork.class,
                        ImportWork.class,
                        Restoration.class));
        install(ServerEntriesModule.of(OwnPolicyEntry.class));
        switch (storage) {
            case CASSANDRA -> bindCassandra();
            case MEMORY, AUTO -> bindMemory();
        }
    }

    private void bindCassandra() {
        bind(Devices.class).to(CassandraDevices.class);
        bind(StoredPolicies.class).to(CassandraPolicies.class);
        bind(SweepState.class).to(CassandraSweepState.class);
        bind(Uploads.class).to(CassandraUploads.class);
        bind(Fingerprints.class).to(CassandraFingerprints.class);
    }

    private void bindMemory() {
        bind(Devices.class).to(MemoryDevices.class);
        bind(StoredPolicies.class).to(MemoryPolicies.class);
        bind(SweepState.class).to(MemorySweepState.class);
        bind(Uploads.class).to(MemoryUploads.class);
        bind(Fingerprints.class).to(MemoryFingerprints.class);
    }

    @Provides
    @Singleton
    MessageKeys messageKeys(MessageId.Factory messageIds) {
        return JamesMessageKeys.of(messageIds, ServerRun.drawn(new SecureRandom()));
    }

    @Provides
    @Singleton
    FolderEntries folderEntries(MailboxId.Factory mailboxIds, Injector server) {
        return CASSANDRA_IDS.equals(mailboxIds.getClass().getName())
                ? new CassandraFolderEntries(server.getInstance(CqlSession.class))
                : new ManagerEntries();
    }

    @Provides
    @Singleton
    MaildropState state(Injector server) {
        return switch (storage) {
            case CASSANDRA -> CassandraMaildropState.in(server);
            case MEMORY, AUTO -> MemoryMaildropState.create();
        };
    }
}
