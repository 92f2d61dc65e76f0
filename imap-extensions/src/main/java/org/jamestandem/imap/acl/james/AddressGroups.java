package org.jamestandem.imap.acl.james;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.apache.james.core.Username;
import org.apache.james.rrt.api.RecipientRewriteTable;
import org.apache.james.rrt.api.RecipientRewriteTableException;
import org.apache.james.rrt.lib.Mapping;
import org.apache.james.rrt.lib.MappingSource;
import org.apache.james.util.ReactorUtils;
import org.jamestandem.imap.acl.GroupMembership;
import org.jamestandem.imap.acl.MailboxKey;
import reactor.core.publisher.Mono;

/**
 * James' address groups: {@code $sales@domain} is whoever receives what is sent to {@code
 * sales@domain}. A group may be a member of another one.
 */
@Singleton
public final class AddressGroups implements GroupMembership {
    private final RecipientRewriteTable addresses;

    @Inject
    public AddressGroups(RecipientRewriteTable addresses) {
        this.addresses = addresses;
    }

    @Override
    public Mono<Set<String>> groupsOf(String user) {
        return Mono.fromCallable(() -> including(user))
                .subscribeOn(ReactorUtils.BLOCKING_CALL_WRAPPER);
    }

    @Override
    public Mono<Boolean> exists(String group) {
        return Mono.fromCallable(() -> isGroup(group))
                .subscribeOn(ReactorUtils.BLOCKING_CALL_WRAPPER);
    }

    private Set<String> including(String user) throws RecipientRewriteTableException {
        Set<String> groups = new HashSet<>();
        Deque<String> members = new ArrayDeque<>(Set.of(user));
        while (!members.isEmpty()) {
            for (String group : directly(members.pop())) {
                if (groups.add(group)) {
                    members.push(group);
                }
            }
        }
        return Set.copyOf(groups);
    }

    private Set<String> directly(String member) throws RecipientRewriteTableException {
        Set<String> groups = new HashSet<>();
        if (MailboxKey.domainOf(member).isEmpty()) {
            return groups;
        }
        addresses
                .listSources(Mapping.group(member))
                .flatMap(source -> source.asUsername().stream())
                .forEach(group -> groups.add(group.asString()));
        return groups;
    }

    private boolean isGroup(String group) throws RecipientRewriteTableException {
        return !MailboxKey.domainOf(group).isEmpty()
                && addresses
                        .getStoredMappings(MappingSource.fromUser(Username.of(group)))
                        .contains(Mapping.Type.Group);
    }
}
