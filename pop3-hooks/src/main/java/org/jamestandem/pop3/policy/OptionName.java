package org.jamestandem.pop3.policy;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jamestandem.kernel.settings.SettingFormat;
import org.jamestandem.kernel.settings.SettingFormats;
import org.jamestandem.kernel.settings.Settings;

/** Every option of a policy: its name, and how its words are read. */
public enum OptionName {
    /** {@link Access}. */
    ACCESS(Access.FORMAT, false),
    /** {@link Offer}. */
    OFFER(Offer.FORMAT, true),
    /** {@link Folders}. */
    FOLDERS(Folders.FORMAT, true),
    /** {@link RetrieveRule}. */
    ON_RETRIEVE(RetrieveRule.FORMAT, true),
    /** {@link DeleteRule}. */
    ON_DELETE(DeleteRule.FORMAT, true),
    /** {@link Expiry}. */
    EXPIRE(ExpiryWords.FORMAT, true) {
        @Override
        Optional<PolicyOption> in(Settings policy) {
            return ExpiryWords.in(policy);
        }
    },
    /** {@link LoginDelay}. */
    LOGIN_DELAY(LoginDelay.FORMAT, false),
    /** {@link ConcurrentSessions}. */
    CONCURRENT_SESSIONS(ConcurrentSessions.FORMAT, false),
    /** {@link LegalHold}. */
    LEGAL_HOLD(LegalHold.FORMAT, false);

    private final SettingFormat<? extends PolicyOption> format;
    private final boolean usersChoice;

    OptionName(SettingFormat<? extends PolicyOption> format, boolean usersChoice) {
        this.format = format;
        this.usersChoice = usersChoice;
    }

    /** The element in {@code tandem.xml} and the key in JSON. */
    public String word() {
        return SettingFormats.word(this);
    }

    /** Whether users may choose it for themselves; the others are the operator's. */
    public boolean isUsersChoice() {
        return usersChoice;
    }

    /** The option as that element has it; empty when it is not there. */
    Optional<PolicyOption> in(Settings policy) {
        return policy.value(word(), format).map(PolicyOption.class::cast);
    }

    static Set<String> words() {
        return Arrays.stream(values()).map(OptionName::word).collect(Collectors.toSet());
    }
}
