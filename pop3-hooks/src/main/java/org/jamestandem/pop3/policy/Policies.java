package org.jamestandem.pop3.policy;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jamestandem.pop3.reader.Reader;

/**
 * The policies of {@code tandem.xml}, and the one rule by which layers make a policy: a device's
 * options go before the user's, the user's before the domain's, the domain's before the default
 * ones, each by itself.
 */
public record Policies(Map<PolicyScope, PolicyLayer> layers) {
    /** What holds without a {@code tandem.xml}. */
    public static final Policies STOCK = new Policies(Map.of());

    public Policies {
        layers = Map.copyOf(layers);
    }

    /** What holds for that reader where nothing is stored. */
    public Policy of(Reader reader) {
        return of(PolicyScope.of(reader), Map.of());
    }

    /**
     * What holds in that scope.
     *
     * @param stored stored layers of the scope's chain; each goes before the one that {@code
     *     tandem.xml} has for the same scope
     */
    public Policy of(PolicyScope scope, Map<PolicyScope, PolicyLayer> stored) {
        return scope.chain()
                .flatMap(one -> Stream.of(layers, stored).map(all -> all.get(one)))
                .filter(Objects::nonNull)
                .reduce(PolicyLayer.EMPTY, (base, layer) -> layer.over(base))
                .over(Policy.STOCK);
    }

    /** Every policy that some reader may have where nothing is stored. */
    public Stream<Policy> all() {
        return Stream.concat(Stream.of(PolicyScope.DEFAULT), layers.keySet().stream())
                .map(scope -> of(scope, Map.of()));
    }
}
