package org.jamestandem.imap;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import java.time.Clock;
import org.apache.james.core.Username;
import org.apache.james.events.EventBus;
import org.apache.james.events.EventDeadLetters;
import org.apache.james.events.InVMEventBus;
import org.apache.james.events.MemoryEventDeadLetters;
import org.apache.james.events.RetryBackoffConfiguration;
import org.apache.james.events.delivery.EventDelivery;
import org.apache.james.events.delivery.InVmEventDelivery;
import org.apache.james.mailbox.AttachmentContentLoader;
import org.apache.james.mailbox.AttachmentManager;
import org.apache.james.mailbox.Authenticator;
import org.apache.james.mailbox.Authorizator;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxPathLocker;
import org.apache.james.mailbox.MessageIdManager;
import org.apache.james.mailbox.RightManager;
import org.apache.james.mailbox.SessionProvider;
import org.apache.james.mailbox.SubscriptionManager;
import org.apache.james.mailbox.acl.MailboxACLResolver;
import org.apache.james.mailbox.acl.UnionMailboxACLResolver;
import org.apache.james.mailbox.extension.PreDeletionHook;
import org.apache.james.mailbox.extractor.TextExtractor;
import org.apache.james.mailbox.inmemory.InMemoryId;
import org.apache.james.mailbox.inmemory.InMemoryMailboxManager;
import org.apache.james.mailbox.inmemory.InMemoryMailboxSessionMapperFactory;
import org.apache.james.mailbox.inmemory.InMemoryMessageId;
import org.apache.james.mailbox.inmemory.quota.InMemoryCurrentQuotaManager;
import org.apache.james.mailbox.inmemory.quota.InMemoryPerUserMaxQuotaManager;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.MessageId;
import org.apache.james.mailbox.quota.CurrentQuotaManager;
import org.apache.james.mailbox.quota.MaxQuotaManager;
import org.apache.james.mailbox.quota.QuotaManager;
import org.apache.james.mailbox.quota.QuotaRootResolver;
import org.apache.james.mailbox.store.JVMMailboxPathLocker;
import org.apache.james.mailbox.store.MailboxManagerConfiguration;
import org.apache.james.mailbox.store.MailboxSessionMapperFactory;
import org.apache.james.mailbox.store.SessionProviderImpl;
import org.apache.james.mailbox.store.StoreAttachmentManager;
import org.apache.james.mailbox.store.StoreMailboxManager;
import org.apache.james.mailbox.store.StoreMessageIdManager;
import org.apache.james.mailbox.store.StoreRightManager;
import org.apache.james.mailbox.store.StoreSubscriptionManager;
import org.apache.james.mailbox.store.extractor.DefaultTextExtractor;
import org.apache.james.mailbox.store.mail.AttachmentMapperFactory;
import org.apache.james.mailbox.store.mail.MailboxMapperFactory;
import org.apache.james.mailbox.store.mail.MessageMapperFactory;
import org.apache.james.mailbox.store.mail.NaiveThreadIdGuessingAlgorithm;
import org.apache.james.mailbox.store.mail.ThreadIdGuessingAlgorithm;
import org.apache.james.mailbox.store.quota.DefaultUserQuotaRootResolver;
import org.apache.james.mailbox.store.quota.StoreQuotaManager;
import org.apache.james.mailbox.store.search.MessageSearchIndex;
import org.apache.james.mailbox.store.search.SimpleMessageSearchIndex;
import org.apache.james.mailbox.store.user.SubscriptionMapperFactory;
import org.apache.james.metrics.api.GaugeRegistry;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.metrics.api.NoopGaugeRegistry;
import org.apache.james.metrics.tests.RecordingMetricFactory;

/** James' mailboxes in memory; every user has the password {@value #PASSWORD}. */
final class MemoryMailboxes extends AbstractModule {
    static final String PASSWORD = "secret";

    private static final Username ADMINISTRATOR = Username.of("administrator");

    @Override
    protected void configure() {
        bind(Clock.class).toInstance(Clock.systemUTC());
        bind(MetricFactory.class).toInstance(new RecordingMetricFactory());
        bind(GaugeRegistry.class).toInstance(new NoopGaugeRegistry());
        bind(Authenticator.class).toInstance((user, password) -> PASSWORD.contentEquals(password));
        bind(Authorizator.class).toInstance(MemoryMailboxes::onlyTheAdministratorActsForAnother);
        events();
        storage();
        managers();
        quota();
    }

    private void events() {
        bind(EventBus.class).to(InVMEventBus.class).in(Singleton.class);
        bind(EventDelivery.class).to(InVmEventDelivery.class);
        bind(RetryBackoffConfiguration.class).toInstance(RetryBackoffConfiguration.DEFAULT);
        bind(EventDeadLetters.class).toInstance(new MemoryEventDeadLetters());
        Multibinder.newSetBinder(binder(), PreDeletionHook.class);
    }

    private void storage() {
        bind(InMemoryMailboxSessionMapperFactory.class).in(Singleton.class);
        bind(MailboxSessionMapperFactory.class).to(InMemoryMailboxSessionMapperFactory.class);
        bind(MessageMapperFactory.class).to(InMemoryMailboxSessionMapperFactory.class);
        bind(MailboxMapperFactory.class).to(InMemoryMailboxSessionMapperFactory.class);
        bind(AttachmentMapperFactory.class).to(InMemoryMailboxSessionMapperFactory.class);
        bind(SubscriptionMapperFactory.class).to(InMemoryMailboxSessionMapperFactory.class);
        bind(MailboxPathLocker.class).to(JVMMailboxPathLocker.class).in(Singleton.class);
        bind(MailboxId.Factory.class).to(InMemoryId.Factory.class);
        bind(MessageId.Factory.class).to(InMemoryMessageId.Factory.class).in(Singleton.class);
        bind(ThreadIdGuessingAlgorithm.class).to(NaiveThreadIdGuessingAlgorithm.class);
        bind(MessageSearchIndex.class).to(SimpleMessageSearchIndex.class).in(Singleton.class);
        bind(TextExtractor.class).to(DefaultTextExtractor.class);
    }

    private void managers() {
        bind(SessionProvider.class).to(SessionProviderImpl.class).in(Singleton.class);
        bind(MailboxACLResolver.class).to(UnionMailboxACLResolver.class).in(Singleton.class);
        bind(RightManager.class).to(StoreRightManager.class);
        bind(StoreRightManager.class).in(Singleton.class);
        bind(InMemoryMailboxManager.class).in(Singleton.class);
        bind(MailboxManager.class).to(InMemoryMailboxManager.class);
        bind(MailboxManagerConfiguration.class).toInstance(MailboxManagerConfiguration.DEFAULT);
        bind(StoreMailboxManager.class).to(InMemoryMailboxManager.class);
        bind(MessageIdManager.class).to(StoreMessageIdManager.class).in(Singleton.class);
        bind(AttachmentManager.class).to(StoreAttachmentManager.class).in(Singleton.class);
        bind(AttachmentContentLoader.class).to(AttachmentManager.class);
        bind(SubscriptionManager.class).to(StoreSubscriptionManager.class).in(Singleton.class);
    }

    private void quota() {
        bind(QuotaRootResolver.class).to(DefaultUserQuotaRootResolver.class).in(Singleton.class);
        bind(CurrentQuotaManager.class).to(InMemoryCurrentQuotaManager.class).in(Singleton.class);
        bind(QuotaManager.class).to(StoreQuotaManager.class).in(Singleton.class);
    }

    @Provides
    @Singleton
    MaxQuotaManager maxQuota() {
        return new InMemoryPerUserMaxQuotaManager();
    }

    private static Authorizator.AuthorizationState onlyTheAdministratorActsForAnother(
            Username user, Username other) {
        return user.equals(ADMINISTRATOR)
                ? Authorizator.AuthorizationState.ALLOWED
                : Authorizator.AuthorizationState.FORBIDDEN;
    }
}
