package org.jamestandem.pop3;

import com.google.inject.AbstractModule;
import com.google.inject.Inject;
import com.google.inject.Injector;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.security.SecureRandom;
import org.apache.james.mailbox.model.MessageId;
import org.jamestandem.kernel.activity.wiring.ReaderActivityModule;
import org.jamestandem.kernel.audit.wiring.AuditModule;
import org.jamestandem.kernel.settings.InvalidSetting;
import org.jamestandem.kernel.settings.StateStorage;
import org.jamestandem.kernel.settings.TandemSettings;
import org.jamestandem.kernel.state.StateChoice;
import org.jamestandem.pop3.maildrop.Inboxes;
import org.jamestandem.pop3.maildrop.MaildropState;
import org.jamestandem.pop3.maildrop.cassandra.CassandraMaildropState;
import org.jamestandem.pop3.maildrop.james.JamesInboxes;
import org.jamestandem.pop3.maildrop.james.JamesMessageKeys;
import org.jamestandem.pop3.maildrop.memory.MemoryMaildropState;
import org.jamestandem.pop3.policy.Policies;
import org.jamestandem.pop3.policy.PolicySettings;
import org.jamestandem.pop3.session.SessionSettings;
import org.jamestandem.pop3.uidl.MessageKeys;
import org.jamestandem.pop3.uidl.ServerRun;

/**
 * The {@code guice.extension.module} entry of {@code extensions.properties}: what {@link
 * LeaveOnServerHandlers} needs. Binds nothing that James binds, so that it works from a dropped
 * jar.
 */
public final class Pop3HooksModule extends AbstractModule {
    private final Policies policies;
    private final SessionSettings sessions;
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
    }

    @Provides
    @Singleton
    MessageKeys messageKeys(MessageId.Factory messageIds) {
        return JamesMessageKeys.of(messageIds, ServerRun.drawn(new SecureRandom()));
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
