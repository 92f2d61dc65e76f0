package org.jamestandem.imap.acl.james;

import com.google.common.base.Ticker;
import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.james.core.Username;
import org.jamestandem.imap.acl.AccessList;
import org.jamestandem.imap.acl.AclSettings;
import org.jamestandem.imap.acl.EffectiveRights;
import org.jamestandem.imap.acl.GrantStore;
import org.jamestandem.imap.acl.GroupMembership;
import org.jamestandem.imap.acl.Identifier;
import org.jamestandem.imap.acl.MailboxKey;
import org.jamestandem.imap.acl.NamedMailbox;
import org.jamestandem.imap.acl.Requester;
import org.jamestandem.imap.acl.Rights;
import org.jamestandem.imap.acl.Share;
import org.jamestandem.imap.acl.ShareScope;
import org.jamestandem.imap.acl.StandingEntries;
import org.jamestandem.imap.acl.Subject;
import org.jamestandem.imap.acl.Subject.Group;
import org.jamestandem.imap.acl.Subject.Special;
import org.jamestandem.imap.acl.Subject.User;
import org.jamestandem.imap.acl.Tenancies;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.function.Tuple2;

/**
 * Which mailboxes a user has rights in, by the view by subject: one look-up for each subject that
 * means the user, however many mailboxes there are. What is shared with many is remembered as long
 * as single lists are ({@link MailboxAccess#LIFETIME}), so that a domain's users do not each read
 * it.
 */
@Singleton
public final class VisibleShares {
    private static final long SHARES = 500_000;
    private static final int LOOK_UPS_AT_ONCE = 8;

    private final GrantStore store;
    private final GroupMembership groups;
    private final AccessLists lists;
    private final Tenancies tenancies;
    private final StandingEntries overrides;
    private final StandingShares standing;
    private final int mostPublic;
    private final Cache<ShareScope, List<Share>> remembered;

    @Inject
    VisibleShares(
            GrantStore store,
            GroupMembership groups,
            AccessLists lists,
            Tenancies tenancies,
            StandingShares standing,
            AclSettings settings) {
        this.store = store;
        this.groups = groups;
        this.lists = lists;
        this.tenancies = tenancies;
        this.overrides = settings.overrides();
        this.standing = standing;
        this.mostPublic = settings.sharing().listedPublic();
        this.remembered =
                CacheBuilder.newBuilder()
                        .expireAfterWrite(MailboxAccess.LIFETIME)
                        .maximumWeight(SHARES)
                        .<ShareScope, List<Share>>weigher((scope, shares) -> 1 + shares.size())
                        .ticker(Ticker.systemTicker())
                        .build();
        lists.onChange(key -> remembered.invalidateAll());
    }

    /** A mailbox and what the user may do with it. */
    public record Visible(NamedMailbox mailbox, Rights rights) {}

    /**
     * What was found.
     *
     * @param mailboxes in which the user has rights, his own only as far as he gave some up
     * @param cut whether there are more mailboxes that are shared with everybody
     */
    public record Found(List<Visible> mailboxes, boolean cut) {
        public Found {
            mailboxes = List.copyOf(mailboxes);
        }
    }

    /** Every mailbox; of those shared with everybody, a limited number. */
    public Mono<Found> of(Username user) {
        return groups.groupsOf(user.asString())
                .flatMap(
                        members ->
                                Flux.fromIterable(scopes(user.asString(), members))
                                        .flatMapSequential(this::shares, LOOK_UPS_AT_ONCE)
                                        .collectList()
                                        .zipWith(standing.ofNamedOwners().collectList())
                                        .map(found -> combined(found, user.asString(), members)));
    }

    /** Every mailbox of that owner. */
    public Mono<Found> of(Username user, String owner) {
        return groups.groupsOf(user.asString())
                .flatMap(
                        members ->
                                Flux.fromIterable(scopes(user.asString(), members))
                                        .flatMapSequential(
                                                scope -> store.shares(scope, owner).collectList(),
                                                LOOK_UPS_AT_ONCE)
                                        .collectList()
                                        .zipWith(standing.of(owner).collectList())
                                        .map(found -> combined(found, user.asString(), members)));
    }

    private List<ShareScope> scopes(String user, Set<String> groups) {
        List<ShareScope> scopes = new ArrayList<>();
        scopes.add(new ShareScope(user, Special.OWNER));
        scopes.add(new ShareScope(MailboxKey.domainOf(user), new User(user)));
        for (String group : groups) {
            scopes.add(new ShareScope(MailboxKey.domainOf(group), new Group(group)));
        }
        for (String domain : tenancies.of(MailboxKey.domainOf(user))) {
            scopes.add(new ShareScope(domain, Special.ANYONE));
            scopes.add(new ShareScope(domain, Special.AUTHENTICATED));
        }
        return scopes;
    }

    private Mono<List<Share>> shares(ShareScope scope) {
        if (scope.subject() instanceof User || scope.subject() == Special.OWNER) {
            return store.shares(scope).collectList();
        }
        return Mono.fromCallable(() -> remembered.getIfPresent(scope))
                .switchIfEmpty(Mono.defer(() -> read(scope)));
    }

    /** One more than is listed, so that it is known whether there are more. */
    private Mono<List<Share>> read(ShareScope scope) {
        long before = lists.changes();
        return store.shares(scope)
                .take(isPublic(scope.subject()) ? mostPublic + 1L : Long.MAX_VALUE)
                .collectList()
                .doOnNext(
                        shares -> {
                            remembered.put(scope, shares);
                            if (lists.changes() != before) {
                                remembered.invalidate(scope);
                            }
                        });
    }

    private static boolean isPublic(Subject subject) {
        return subject == Special.ANYONE || subject == Special.AUTHENTICATED;
    }

    private Found combined(
            Tuple2<List<List<Share>>, List<NamedMailbox>> both, String user, Set<String> groups) {
        Map<MailboxKey, String> names = new HashMap<>();
        Map<MailboxKey, Map<Identifier, Rights>> entries = new HashMap<>();
        boolean cut = false;
        for (NamedMailbox mailbox : both.getT2()) {
            names.put(mailbox.key(), mailbox.name());
            entries.put(mailbox.key(), new TreeMap<>());
        }
        for (List<Share> shares : both.getT1()) {
            boolean toMany = !shares.isEmpty() && isPublic(subject(shares));
            cut |= toMany && shares.size() > mostPublic;
            for (Share share : shares) {
                MailboxKey key = share.mailbox().key();
                names.put(key, share.mailbox().name());
                entries.computeIfAbsent(key, any -> new TreeMap<>())
                        .put(share.entry().identifier(), share.entry().rights());
            }
        }
        return new Found(visible(names, entries, user, groups), cut);
    }

    private static Subject subject(Collection<Share> shares) {
        return shares.iterator().next().entry().identifier().subject();
    }

    private List<Visible> visible(
            Map<MailboxKey, String> names,
            Map<MailboxKey, Map<Identifier, Rights>> entries,
            String user,
            Set<String> groups) {
        List<Visible> visible = new ArrayList<>();
        entries.forEach(
                (key, list) -> {
                    boolean tenant = tenancies.together(key.domain(), MailboxKey.domainOf(user));
                    Requester requester =
                            new Requester(user, groups, key.owner().equals(user), tenant);
                    NamedMailbox mailbox = new NamedMailbox(key, names.get(key));
                    Rights rights =
                            EffectiveRights.of(
                                    new AccessList(list), overrides.on(mailbox), requester);
                    if (!rights.isEmpty()) {
                        visible.add(new Visible(mailbox, rights));
                    }
                });
        return visible;
    }
}
