package org.jamestandem.imap.acl.james;

import com.google.common.base.Ticker;
import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.james.server.core.configuration.ConfigurationProvider;
import org.jamestandem.imap.acl.AclSettings;
import org.jamestandem.imap.acl.BothGroups;
import org.jamestandem.imap.acl.CachedGroupMembership;
import org.jamestandem.imap.acl.ConfiguredGroups;
import org.jamestandem.imap.acl.GrantStore;
import org.jamestandem.imap.acl.GroupMembership;
import org.jamestandem.imap.acl.LastKnownGroups;
import org.jamestandem.imap.acl.ShareIndex;
import org.jamestandem.imap.acl.Tenancies;
import org.jamestandem.imap.acl.ldap.LdapGroups;
import org.jamestandem.kernel.account.wiring.UserRowsModule;
import org.jamestandem.kernel.settings.InvalidSetting;
import org.jamestandem.kernel.tasks.wiring.WorkModule;

/**
 * Access control: groups are James' address groups, those of its directory of users and those of
 * {@code tandem.xml}; grants are kept where it is told.
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
        install(UserRowsModule.of(ShareRows.class));
        bind(GrantStore.class).to(store);
        bind(ShareIndex.class).to(index);
        install(WorkModule.of(ListCheck.class, ListSpread.class));
        bind(AclSettings.class).toInstance(settings);
        bind(Tenancies.class).toInstance(settings.tenancies());
    }

    @Provides
    @Singleton
    GroupMembership groups(AddressGroups addresses, ConfigurationProvider configurations)
            throws ConfigurationException {
        GroupMembership known =
                settings.ldap().isEmpty()
                        ? addresses
                        : new BothGroups(addresses, directory(configurations));
        return new CachedGroupMembership(
                new ConfiguredGroups(settings.groups(), known), Ticker.systemTicker());
    }

    private GroupMembership directory(ConfigurationProvider configurations)
            throws ConfigurationException {
        try {
            return new LastKnownGroups(
                    new LdapGroups(
                            settings.ldap().orElseThrow(),
                            configurations.getConfiguration("usersrepository")));
        } catch (NoClassDefFoundError e) {
            throw new InvalidSetting(
                    "tandem.xml: tandem/acl/ldap-groups: this server takes no users from LDAP");
        }
    }
}
