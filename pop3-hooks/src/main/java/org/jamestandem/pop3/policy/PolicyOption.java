package org.jamestandem.pop3.policy;

/** One option of a policy as somebody chose it. */
public sealed interface PolicyOption permits DeleteRule, RetrieveRule, Expiry {
    /** {@code base} with this option instead of its own. */
    Policy over(Policy base);
}
