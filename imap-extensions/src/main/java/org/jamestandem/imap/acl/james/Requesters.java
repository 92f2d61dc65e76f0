package org.jamestandem.imap.acl.james;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.Set;
import org.apache.james.core.Username;
import org.jamestandem.imap.acl.GroupMembership;
import org.jamestandem.imap.acl.MailboxKey;
import org.jamestandem.imap.acl.Requester;
import org.jamestandem.imap.acl.Tenancies;
import reactor.core.publisher.Mono;

/** Who a user is to a mailbox: its owner or not, in which groups, in the owner's domain or not. */
@Singleton
public final class Requesters {
    private final GroupMembership groups;
    private final Tenancies tenancies;

    @Inject
    public Requesters(GroupMembership groups, Tenancies tenancies) {
        this.groups = groups;
        this.tenancies = tenancies;
    }

    /**
     * @param withGroups whether the groups matter; they are not looked up when they do not
     */
    public Mono<Requester> of(Username user, MailboxKey mailbox, boolean withGroups) {
        String name = user.asString();
        boolean tenant = tenancies.together(MailboxKey.domainOf(name), mailbox.domain());
        return (withGroups ? groups.groupsOf(name) : Mono.just(Set.<String>of()))
                .map(found -> new Requester(name, found, name.equals(mailbox.owner()), tenant));
    }
}
