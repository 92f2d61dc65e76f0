package org.jamestandem.imap.acl.james;

import com.google.common.base.Ticker;
import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import org.jamestandem.imap.acl.CachedGroupMembership;
import org.jamestandem.imap.acl.GrantStore;
import org.jamestandem.imap.acl.GroupMembership;

/** Access control: groups are James' address groups, grants are kept where it is told. */
public final class AclModule extends AbstractModule {
    private final Class<? extends GrantStore> store;

    public AclModule(Class<? extends GrantStore> store) {
        this.store = store;
    }

    @Override
    protected void configure() {
        bind(GrantStore.class).to(store);
    }

    @Provides
    @Singleton
    GroupMembership groups(AddressGroups groups) {
        return new CachedGroupMembership(groups, Ticker.systemTicker());
    }
}
