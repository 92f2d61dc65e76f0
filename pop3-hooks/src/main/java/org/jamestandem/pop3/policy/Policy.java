package org.jamestandem.pop3.policy;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Stream;

/** Everything that holds for one reader, with every option decided. */
public record Policy(Map<OptionName, PolicyOption> options) {
    /** What holds without a {@code tandem.xml}: what stock James does. */
    public static final Policy STOCK =
            of(
                    Access.ON,
                    new Offer.All(),
                    Folders.INBOX,
                    RetrieveRule.KEEP,
                    DeleteRule.CLASSIC,
                    Expiry.NEVER,
                    LoginDelay.NONE,
                    ConcurrentSessions.ALLOW,
                    LegalHold.OFF);

    public Policy {
        options = Collections.unmodifiableMap(new EnumMap<>(options));
        for (OptionName name : OptionName.values()) {
            if (!options.containsKey(name) || options.get(name).option() != name) {
                throw new IllegalArgumentException("a policy without " + name.word());
            }
        }
    }

    /** The policy made of these options, one of each. */
    static Policy of(PolicyOption... options) {
        Map<OptionName, PolicyOption> all = new EnumMap<>(OptionName.class);
        Stream.of(options).forEach(option -> all.put(option.option(), option));
        return new Policy(all);
    }

    /** This policy with these options instead of its own. */
    public Policy with(Collection<PolicyOption> others) {
        Map<OptionName, PolicyOption> all = new EnumMap<>(options);
        others.forEach(option -> all.put(option.option(), option));
        return new Policy(all);
    }

    /** This policy with that option instead of its own. */
    public Policy with(PolicyOption other) {
        return with(List.of(other));
    }

    /** Whether POP3 may be used. */
    public boolean allowsAccess() {
        return options.get(OptionName.ACCESS) == Access.ON;
    }

    /** What is offered. */
    public Offer offer() {
        return (Offer) options.get(OptionName.OFFER);
    }

    /** The folders of the maildrop, INBOX first. */
    public List<FolderName> folders() {
        return ((Folders) options.get(OptionName.FOLDERS)).names();
    }

    /** What RETR means. */
    public RetrieveRule onRetrieve() {
        return (RetrieveRule) options.get(OptionName.ON_RETRIEVE);
    }

    /** What DELE means. */
    public DeleteRule onDelete() {
        return (DeleteRule) options.get(OptionName.ON_DELETE);
    }

    /** When the server removes messages by itself, legal hold aside. */
    public Expiry expiry() {
        return (Expiry) options.get(OptionName.EXPIRE);
    }

    /** The least time from one login to the next; zero for none. */
    public Duration loginDelay() {
        return ((LoginDelay) options.get(OptionName.LOGIN_DELAY)).duration();
    }

    /** Whether a second session of the same reader is refused. */
    public boolean refusesConcurrentSessions() {
        return options.get(OptionName.CONCURRENT_SESSIONS) == ConcurrentSessions.REFUSE;
    }

    /** Whether nothing may be removed for everybody, and nothing expires. */
    public boolean isOnHold() {
        return options.get(OptionName.LEGAL_HOLD) == LegalHold.ON;
    }

    /** Whether it matters when a reader took a message. */
    public boolean remembersTakings() {
        return offer() instanceof Offer.Untaken
                || expiry() instanceof Expiry.After after && after.when() != Expiry.When.DELIVERED;
    }

    /**
     * What happens to a message at QUIT, in order.
     *
     * @param retrieved whether RETR sent it
     * @param deleted whether it is marked as deleted
     */
    public SortedSet<Disposition> atQuit(boolean retrieved, boolean deleted) {
        return AtQuit.of(this, retrieved, deleted);
    }

    /** What in it cannot be meant; empty when nothing is. Each names the options. */
    public List<String> contradictions() {
        return Contradictions.in(this);
    }

    /** As a layer that chooses everything. */
    public PolicyLayer asLayer() {
        return new PolicyLayer(List.copyOf(options.values()));
    }
}
