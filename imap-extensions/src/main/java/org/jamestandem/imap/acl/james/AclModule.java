package org.jamestandem.imap.acl.james;

import com.google.common.base.Ticker;
import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import org.jamestandem.imap.acl.AclSettings;
import org.jamestandem.imap.acl.CachedGroupMembership;
import org.jamestandem.imap.acl.ConfiguredGroups;
import org.jamestandem.imap.acl.GrantStore;
import org.jamestandem.imap.acl.GroupMembership;
import org.jamestandem.imap.acl.ShareIndex;
import org.jamestandem.imap.acl.Tenancies;
import org.jamestandem.kernel.tasks.wiring.WorkModule;

/**
 * Access control: groups are James' address groups and those of {@code tandem.xml}, grants are kept
 * where it is told.
 */
public final class AclModule extends AbstractModule {
    private final Class<? extends GrantStore> store;
    private final Class<? extends ShareIndex> index;
    private final AclSettings settings;

    public AclModule(
            Class<? extends GrantStore> store,
            Class<? extends ShareIndex> index,
            AclSettings settings) {
        this.store = store;
        this.index = index;
        this.settings = settings;
    }

    @Override
    protected void configure() {
        bind(GrantStore.class).to(store);
        bind(ShareIndex.class).to(index);
        install(WorkModule.of(ListCheck.class, ListSpread.class));
        bind(AclSettings.class).toInstance(settings);
        bind(Tenancies.class).toInstance(settings.tenancies());
    }

    @Provides
    @Singleton
    GroupMembership groups(AddressGroups groups) {
        return new CachedGroupMembership(
                new ConfiguredGroups(settings.groups(), groups), Ticker.systemTicker());
    }
}
