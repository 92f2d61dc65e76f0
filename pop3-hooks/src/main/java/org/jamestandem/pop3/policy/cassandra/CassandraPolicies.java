package org.jamestandem.pop3.policy.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.james.core.Username;
import org.jamestandem.kernel.state.cassandra.CassandraTable;
import org.jamestandem.kernel.state.cassandra.Statements;
import org.jamestandem.pop3.policy.PolicyJson;
import org.jamestandem.pop3.policy.PolicyLayer;
import org.jamestandem.pop3.policy.PolicyScope;
import org.jamestandem.pop3.policy.StoredPolicies;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One row for each layer, in the words of {@code tandem.xml}. Everything of one user is one
 * partition, so a chain costs three reads at most.
 */
@Singleton
public final class CassandraPolicies implements StoredPolicies {
    static final CassandraTable TABLE =
            new CassandraTable(
                    "tandem_pop3_policies",
                    "owner text, scope text, layer text, PRIMARY KEY ((owner), scope)",
                    "");

    /** A partition of its own, which no scope has. */
    private static final String ANNOUNCED = "@expire";

    private static final String SELECT =
            "SELECT scope, layer FROM " + TABLE.name() + " WHERE owner = ?";
    private static final String INSERT =
            "INSERT INTO " + TABLE.name() + " (owner, scope, layer) VALUES (?, ?, ?)";
    private static final String DELETE =
            "DELETE FROM " + TABLE.name() + " WHERE owner = ? AND scope = ?";

    private final Statements statements;

    @Inject
    public CassandraPolicies(CqlSession session) {
        TABLE.create(session);
        this.statements = new Statements(session);
    }

    @Override
    public Mono<Map<PolicyScope, PolicyLayer>> chain(PolicyScope scope) {
        Map<ScopeKey, PolicyScope> scopes =
                scope.chain().collect(Collectors.toMap(ScopeKey::of, one -> one));
        return Flux.fromStream(() -> scopes.keySet().stream().map(ScopeKey::owner).distinct())
                .flatMap(owner -> statements.rows(SELECT, owner).map(row -> keyed(owner, row)))
                .filter(row -> scopes.containsKey(row.key()))
                .collect(
                        Collectors.toUnmodifiableMap(
                                row -> scopes.get(row.key()), StoredLayer::layer));
    }

    @Override
    public Mono<PolicyLayer> of(PolicyScope scope) {
        return chain(scope).map(all -> all.getOrDefault(scope, PolicyLayer.EMPTY));
    }

    @Override
    public Mono<Map<PolicyScope, PolicyLayer>> ofUser(Username user) {
        return statements
                .rows(SELECT, user.asString())
                .map(row -> keyed(user.asString(), row))
                .collect(
                        Collectors.toUnmodifiableMap(
                                row -> row.key().scopeOf(user), StoredLayer::layer));
    }

    @Override
    public Mono<Void> store(PolicyScope scope, PolicyLayer layer) {
        ScopeKey key = ScopeKey.of(scope);
        return statements.run(INSERT, key.owner(), key.scope(), PolicyJson.write(layer));
    }

    @Override
    public Mono<Void> announce(String line) {
        return statements.run(INSERT, ANNOUNCED, line, "");
    }

    @Override
    public Flux<String> announced() {
        return statements.rows(SELECT, ANNOUNCED).map(row -> row.getString("scope"));
    }

    @Override
    public Mono<Void> remove(PolicyScope scope) {
        ScopeKey key = ScopeKey.of(scope);
        return statements.run(DELETE, key.owner(), key.scope());
    }

    private static StoredLayer keyed(String owner, Row row) {
        return new StoredLayer(
                new ScopeKey(owner, row.getString("scope")),
                PolicyJson.read(TABLE.name() + " of " + owner, row.getString("layer")));
    }

    private record StoredLayer(ScopeKey key, PolicyLayer layer) {}
}
