package org.jamestandem.pop3.policy;

import org.jamestandem.kernel.settings.SettingFormat;
import org.jamestandem.kernel.settings.SettingFormats;

/** Whether mail must be kept whatever else is chosen: {@code <legal-hold>}. */
public enum LegalHold implements PolicyOption {
    /** No. */
    OFF,
    /**
     * Nothing is expunged by POP3 and nothing expires. What would be expunged is hidden from POP3.
     */
    ON;

    static final SettingFormat<LegalHold> FORMAT = SettingFormats.oneOf(LegalHold.class);

    @Override
    public OptionName option() {
        return OptionName.LEGAL_HOLD;
    }

    @Override
    public OptionWords words() {
        return OptionWords.of(SettingFormats.word(this));
    }
}
