package org.jamestandem.mailets;

import com.google.common.collect.Sets;
import com.google.inject.AbstractModule;
import com.google.inject.Inject;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.util.Set;
import org.apache.james.mailrepository.api.MailRepositoryStore;
import org.apache.james.mailrepository.api.MailRepositoryUrl;
import org.jamestandem.kernel.account.wiring.UserRowsModule;
import org.jamestandem.kernel.activity.wiring.ReaderActivityModule;
import org.jamestandem.kernel.audit.wiring.AuditModule;
import org.jamestandem.kernel.settings.SettingFormats;
import org.jamestandem.kernel.settings.Settings;
import org.jamestandem.kernel.settings.StateStorage;
import org.jamestandem.kernel.settings.TandemSettings;
import org.jamestandem.kernel.state.StateChoice;
import org.jamestandem.mailets.hold.Agenda;
import org.jamestandem.mailets.hold.Claims;
import org.jamestandem.mailets.hold.Feedback;
import org.jamestandem.mailets.hold.HeldContent;
import org.jamestandem.mailets.hold.HeldMails;
import org.jamestandem.mailets.hold.HeldRows;
import org.jamestandem.mailets.hold.HoldSettings;
import org.jamestandem.mailets.hold.LinkKeys;
import org.jamestandem.mailets.hold.Outbox;
import org.jamestandem.mailets.hold.cassandra.CassandraAgenda;
import org.jamestandem.mailets.hold.cassandra.CassandraClaims;
import org.jamestandem.mailets.hold.cassandra.CassandraHeldMails;
import org.jamestandem.mailets.hold.cassandra.CassandraLinkKeys;
import org.jamestandem.mailets.hold.james.RepositoryContent;
import org.jamestandem.mailets.hold.james.SpoolOutbox;
import org.jamestandem.mailets.hold.memory.MemoryAgenda;
import org.jamestandem.mailets.hold.memory.MemoryClaims;
import org.jamestandem.mailets.hold.memory.MemoryHeldMails;
import org.jamestandem.mailets.hold.memory.MemoryLinkKeys;
import org.jamestandem.mailets.hold.rspamd.RspamdFeedback;
import org.jamestandem.mailets.spam.SpamThresholds;

/**
 * What our mailets and matchers need. Named in {@code extensions.properties}; reads {@code
 * <mailets>} of {@code tandem.xml}, and what is wrong there stops the start.
 */
public final class MailetsModule extends AbstractModule {
    private static final String SPAM = "spam";
    private static final String HELD = "://var/mail/held/";

    private final Settings section;
    private final StateStorage storage;
    private final AuditModule audit;

    /**
     * James makes it with the server's own injector.
     *
     * @throws org.jamestandem.kernel.settings.InvalidSetting when this server has no place for our
     *     data
     */
    @Inject
    public MailetsModule(TandemSettings settings, StateChoice state) {
        this.section = settings.section("mailets");
        this.storage = state.storage();
        this.audit = new AuditModule(settings, storage);
    }

    @Override
    protected void configure() {
        section.allow(Sets.union(Set.of(SPAM), HoldSettings.ELEMENTS), Set.of());
        install(new ReaderActivityModule(storage));
        install(audit);
        install(UserRowsModule.of(HeldRows.class));
        bind(SpamThresholds.class).toInstance(SpamThresholds.read(section.child(SPAM)));
        bind(HoldSettings.class).toInstance(HoldSettings.read(section));
        bind(Outbox.class).to(SpoolOutbox.class);
        switch (storage) {
            case CASSANDRA -> bindCassandra();
            case MEMORY, AUTO -> bindMemory();
        }
    }

    private void bindCassandra() {
        bind(HeldMails.class).to(CassandraHeldMails.class);
        bind(Agenda.class).to(CassandraAgenda.class);
        bind(Claims.class).to(CassandraClaims.class);
        bind(LinkKeys.class).to(CassandraLinkKeys.class);
    }

    private void bindMemory() {
        bind(HeldMails.class).to(MemoryHeldMails.class);
        bind(Agenda.class).to(MemoryAgenda.class);
        bind(Claims.class).to(MemoryClaims.class);
        bind(LinkKeys.class).to(MemoryLinkKeys.class);
    }

    @Provides
    @Singleton
    HeldContent heldContent(HoldSettings settings, MailRepositoryStore repositories) {
        String url = settings.repository().orElse(SettingFormats.word(storage) + HELD);
        return new RepositoryContent(repositories, MailRepositoryUrl.from(url));
    }

    @Provides
    @Singleton
    Feedback feedback(HoldSettings settings) {
        return settings.learn()
                .<Feedback>map(url -> new RspamdFeedback(url, settings.learnPassword()))
                .orElse(message -> {});
    }
}
