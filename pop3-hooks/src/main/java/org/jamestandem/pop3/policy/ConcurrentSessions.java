package org.jamestandem.pop3.policy;

import org.jamestandem.kernel.settings.SettingFormat;
import org.jamestandem.kernel.settings.SettingFormats;

/** Whether a reader may have a second session at once: {@code <concurrent-sessions>}. */
public enum ConcurrentSessions implements PolicyOption {
    /** It may; each has its own snapshot. */
    ALLOW,
    /** It may not; the second is answered {@code [IN-USE]} (RFC 2449 §8.1.1). */
    REFUSE;

    static final SettingFormat<ConcurrentSessions> FORMAT =
            SettingFormats.oneOf(ConcurrentSessions.class);

    @Override
    public OptionName option() {
        return OptionName.CONCURRENT_SESSIONS;
    }

    @Override
    public OptionWords words() {
        return OptionWords.of(SettingFormats.word(this));
    }
}
