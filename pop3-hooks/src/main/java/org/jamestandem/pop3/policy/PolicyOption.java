package org.jamestandem.pop3.policy;

/** One option of a policy as somebody chose it. */
public sealed interface PolicyOption
        permits Access,
                ConcurrentSessions,
                DeleteRule,
                Expiry,
                Folders,
                LegalHold,
                LoginDelay,
                Offer,
                RetrieveRule {
    /** Which option this is. */
    OptionName option();

    /** How it is written. */
    OptionWords words();
}
