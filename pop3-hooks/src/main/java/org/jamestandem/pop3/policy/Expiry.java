package org.jamestandem.pop3.policy;

/** When the server removes a message by itself: {@code <expire>}. */
public enum Expiry implements PolicyOption {
    /** Never. */
    NEVER,
    /** Never, and the operator knows that hidden messages then fill quotas without end. */
    NEVER_THOUGH_QUOTAS_MAY_FILL;

    @Override
    public Policy over(Policy base) {
        return new Policy(base.onDelete(), base.onRetrieve(), this);
    }

    /** How {@code tandem.xml} writes it. */
    public String word() {
        return switch (this) {
            case NEVER, NEVER_THOUGH_QUOTAS_MAY_FILL -> "never";
        };
    }

    /** How CAPA announces it (RFC 2449 §6.7). */
    public String announced() {
        return switch (this) {
            case NEVER, NEVER_THOUGH_QUOTAS_MAY_FILL -> "NEVER";
        };
    }
}
