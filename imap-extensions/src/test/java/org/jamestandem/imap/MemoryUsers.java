package org.jamestandem.imap;

import com.google.inject.AbstractModule;
import java.util.List;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.james.core.Domain;
import org.apache.james.core.Username;
import org.apache.james.domainlist.lib.DomainListConfiguration;
import org.apache.james.domainlist.memory.MemoryDomainList;
import org.apache.james.rrt.api.RecipientRewriteTable;
import org.apache.james.rrt.lib.Mapping;
import org.apache.james.rrt.lib.MappingSource;
import org.apache.james.rrt.memory.MemoryRecipientRewriteTable;
import org.apache.james.user.api.UsersRepository;
import org.apache.james.user.api.UsersRepositoryException;
import org.apache.james.user.memory.MemoryUsersRepository;

/**
 * James' users in memory: anna, bob and carol of {@code tandem.example}, and its address group
 * {@code sales}, whose only member is bob.
 */
final class MemoryUsers extends AbstractModule {
    private static final Domain DOMAIN = Domain.of("tandem.example");

    @Override
    protected void configure() {
        MemoryRecipientRewriteTable addresses = new MemoryRecipientRewriteTable();
        addresses.addMapping(
                MappingSource.fromUser("sales", DOMAIN), Mapping.group("bob@tandem.example"));
        bind(RecipientRewriteTable.class).toProvider(() -> addresses);
        UsersRepository users = users();
        bind(UsersRepository.class).toProvider(() -> users);
    }

    private static UsersRepository users() {
        try {
            MemoryDomainList domains = new MemoryDomainList(null);
            domains.configure(DomainListConfiguration.builder().defaultDomain(DOMAIN));
            MemoryUsersRepository users = MemoryUsersRepository.withVirtualHosting(domains);
            for (String name : List.of("anna", "bob", "carol")) {
                users.addUser(
                        Username.fromLocalPartWithDomain(name, DOMAIN), MemoryMailboxes.PASSWORD);
            }
            return users;
        } catch (ConfigurationException | UsersRepositoryException e) {
            throw new IllegalStateException(e);
        }
    }
}
