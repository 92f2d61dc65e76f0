package org.jamestandem.pop3.policy;

import java.util.List;

/** The options that one place chooses; what it leaves out comes from the layer below. */
public record PolicyLayer(List<PolicyOption> options) {
    /** A layer that chooses nothing. */
    public static final PolicyLayer EMPTY = new PolicyLayer(List.of());

    public PolicyLayer {
        options = List.copyOf(options);
    }

    /** {@code base} with this layer's options over its own. */
    public Policy over(Policy base) {
        Policy result = base;
        for (PolicyOption option : options) {
            result = option.over(result);
        }
        return result;
    }
}
