package org.jamestandem.pop3.policy;

import org.jamestandem.kernel.settings.SettingFormat;
import org.jamestandem.kernel.settings.SettingFormats;

/** Whether POP3 may be used at all: {@code <access>}. */
public enum Access implements PolicyOption {
    /** It may. */
    ON,
    /** A login is refused as one with a wrong password is. */
    OFF;

    static final SettingFormat<Access> FORMAT = SettingFormats.oneOf(Access.class);

    @Override
    public OptionName option() {
        return OptionName.ACCESS;
    }

    @Override
    public OptionWords words() {
        return OptionWords.of(SettingFormats.word(this));
    }
}
