package org.jamestandem.pop3.policy;

import java.util.Map;
import java.util.stream.Stream;
import org.apache.james.core.Domain;
import org.apache.james.core.Username;
import org.jamestandem.pop3.reader.Reader;

/**
 * Every configured policy. A user's options go before the domain's, the domain's before the default
 * ones, each by itself.
 */
public record Policies(
        PolicyLayer defaults, Map<Domain, PolicyLayer> domains, Map<Username, PolicyLayer> users) {
    /** What holds without a {@code tandem.xml}. */
    public static final Policies STOCK = new Policies(PolicyLayer.EMPTY, Map.of(), Map.of());

    public Policies {
        domains = Map.copyOf(domains);
        users = Map.copyOf(users);
    }

    /** What holds for that reader. */
    public Policy of(Reader reader) {
        return ofUser(reader.user());
    }

    /** Every policy that some reader may have. */
    public Stream<Policy> all() {
        return Stream.of(
                        Stream.of(ofEverybody()),
                        domains.keySet().stream().map(this::ofDomain),
                        users.keySet().stream().map(this::ofUser))
                .flatMap(policies -> policies);
    }

    Policy ofEverybody() {
        return defaults.over(Policy.STOCK);
    }

    Policy ofDomain(Domain domain) {
        return domains.getOrDefault(domain, PolicyLayer.EMPTY).over(ofEverybody());
    }

    Policy ofUser(Username user) {
        Policy below = user.getDomainPart().map(this::ofDomain).orElseGet(this::ofEverybody);
        return users.getOrDefault(user, PolicyLayer.EMPTY).over(below);
    }
}
