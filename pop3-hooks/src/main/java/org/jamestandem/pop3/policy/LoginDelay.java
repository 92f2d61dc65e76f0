package org.jamestandem.pop3.policy;

import java.time.Duration;
import org.jamestandem.kernel.settings.SettingFormat;
import org.jamestandem.kernel.settings.SettingFormats;

/**
 * How long a reader must wait from one login to the next (RFC 2449 §8.1.2): {@code <login-delay>}.
 *
 * @param duration whole seconds; zero for no wait
 */
public record LoginDelay(Duration duration) implements PolicyOption {
    /** No wait. */
    public static final LoginDelay NONE = new LoginDelay(Duration.ZERO);

    static final SettingFormat<LoginDelay> FORMAT =
            SettingFormats.of(
                    text -> new LoginDelay(SettingFormats.duration().parse(text)),
                    "a duration of whole seconds up to a day, such as 0s, 90s or 5m",
                    "90s");

    private static final int MOST_SECONDS = 86_400;

    public LoginDelay {
        if (duration.isNegative()
                || duration.toSeconds() > MOST_SECONDS
                || duration.getNano() != 0) {
            throw new IllegalArgumentException("not a login delay: " + duration);
        }
    }

    @Override
    public OptionName option() {
        return OptionName.LOGIN_DELAY;
    }

    @Override
    public OptionWords words() {
        return OptionWords.of(duration.toSeconds() + "s");
    }
}
