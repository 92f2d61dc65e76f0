package org.jamestandem.imap.acl.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPURL;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.util.ssl.SSLUtil;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.net.SocketFactory;
import org.apache.commons.configuration2.HierarchicalConfiguration;
import org.apache.commons.configuration2.tree.ImmutableNode;
import org.apache.james.util.ReactorUtils;
import org.jamestandem.imap.acl.GroupMembership;
import org.jamestandem.imap.acl.LdapGroupSettings;
import org.jamestandem.imap.acl.MailboxKey;
import org.jamestandem.kernel.settings.InvalidSetting;
import reactor.core.publisher.Mono;

/**
 * Groups of the directory of {@code usersrepository.xml}, by the connection that it describes. A
 * member is named by distinguished name, login name or its local part; a group may be a member of
 * another.
 */
public final class LdapGroups implements GroupMembership {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int CONNECTIONS = 4;
    private static final int LDAPS = 636;

    private final LdapGroupSettings settings;
    private final String host;
    private final String principal;
    private final String credentials;
    private final String userBase;
    private final String userId;
    private LDAPConnectionPool pool;

    /**
     * @param users the root of {@code usersrepository.xml}
     */
    public LdapGroups(LdapGroupSettings settings, HierarchicalConfiguration<ImmutableNode> users) {
        this.settings = settings;
        this.host = users.getString("[@ldapHost]", "");
        this.principal = users.getString("[@principal]", "");
        this.credentials = users.getString("[@credentials]", "");
        this.userBase = users.getString("[@userBase]", "");
        this.userId = users.getString("[@userIdAttribute]", "uid");
        if (host.isEmpty()) {
            throw new InvalidSetting(
                    "tandem.xml: tandem/acl/ldap-groups: usersrepository.xml names no directory;"
                            + " expected its ldapHost, for example ldap://ldap.example.org:389");
        }
    }

    @Override
    public Mono<Set<String>> groupsOf(String user) {
        return Mono.fromCallable(() -> including(user))
                .subscribeOn(ReactorUtils.BLOCKING_CALL_WRAPPER);
    }

    @Override
    public Mono<Boolean> exists(String group) {
        if (!MailboxKey.domainOf(group).equals(settings.domain())) {
            return Mono.just(false);
        }
        Filter named = Filter.createEqualityFilter(settings.name(), localPart(group));
        return Mono.fromCallable(() -> !search(settings.base(), named).isEmpty())
                .subscribeOn(ReactorUtils.BLOCKING_CALL_WRAPPER);
    }

    private Set<String> including(String user) throws LDAPException, GeneralSecurityException {
        Set<String> groups = new HashSet<>();
        Deque<List<String>> members = new ArrayDeque<>(List.of(names(user)));
        while (!members.isEmpty()) {
            for (SearchResultEntry group : search(settings.base(), having(members.pop()))) {
                String name = group.getAttributeValue(settings.name());
                if (name != null && groups.add(canonical(name))) {
                    members.push(List.of(group.getDN()));
                }
            }
        }
        return Set.copyOf(groups);
    }

    private String canonical(String name) {
        return name.toLowerCase(Locale.ROOT) + "@" + settings.domain();
    }

    /** Whatever a group may call the user. */
    private List<String> names(String user) throws LDAPException, GeneralSecurityException {
        List<String> names = new ArrayList<>(List.of(user));
        if (MailboxKey.domainOf(user).equals(settings.domain())) {
            names.add(localPart(user));
        }
        Filter is =
                Filter.createORFilter(
                        names.stream()
                                .map(name -> Filter.createEqualityFilter(userId, name))
                                .toList());
        search(userBase, is).forEach(entry -> names.add(entry.getDN()));
        return names;
    }

    private Filter having(List<String> names) {
        return Filter.createORFilter(
                names.stream()
                        .map(name -> Filter.createEqualityFilter(settings.member(), name))
                        .toList());
    }

    private List<SearchResultEntry> search(String base, Filter filter)
            throws LDAPException, GeneralSecurityException {
        SearchRequest request = new SearchRequest(base, SearchScope.SUB, filter, settings.name());
        request.setResponseTimeoutMillis(PATIENCE.toMillis());
        return connections().search(request).getSearchEntries();
    }

    /** Made when it is first needed: a directory that is away does not stop the start. */
    private synchronized LDAPConnectionPool connections()
            throws LDAPException, GeneralSecurityException {
        if (pool == null) {
            LDAPURL url = new LDAPURL(host);
            LDAPConnectionOptions options = new LDAPConnectionOptions();
            options.setConnectTimeoutMillis((int) PATIENCE.toMillis());
            boolean secure = url.getScheme().equals("ldaps") || url.getPort() == LDAPS;
            SocketFactory sockets =
                    secure ? new SSLUtil().createSSLSocketFactory() : SocketFactory.getDefault();
            pool =
                    new LDAPConnectionPool(
                            new LDAPConnection(
                                    sockets,
                                    options,
                                    url.getHost(),
                                    url.getPort(),
                                    principal,
                                    credentials),
                            CONNECTIONS);
            pool.setRetryFailedOperationsDueToInvalidConnections(true);
        }
        return pool;
    }

    private static String localPart(String name) {
        int at = name.lastIndexOf('@');
        return at < 0 ? name : name.substring(0, at);
    }
}
