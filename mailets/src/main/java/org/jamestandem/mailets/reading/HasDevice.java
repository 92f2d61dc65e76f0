package org.jamestandem.mailets.reading;

import com.google.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import javax.mail.MessagingException;
import org.apache.james.user.api.UsersRepository;
import org.jamestandem.kernel.activity.ReaderActivity;
import org.jamestandem.kernel.activity.ReadingHabits;
import org.jamestandem.kernel.settings.SettingFormat;
import org.jamestandem.kernel.settings.SettingFormats;
import org.jamestandem.mailets.settings.Parameters;

/**
 * Matches the recipients who lately read by POP3 from a device that they named at login.
 *
 * <p>Condition {@code [name][,within=90d]}. Without a name any named device counts.
 */
public class HasDevice extends HabitMatcher {
    private static final String NAME = "name";
    private static final SettingFormat<String> NAME_FORMAT =
            SettingFormats.of(HasDevice::name, "a device name without blanks or =", "laptop");

    private Predicate<String> meant;

    @Inject
    public HasDevice(ReaderActivity activity, UsersRepository users, Clock clock) {
        super(activity, users, clock);
    }

    @Override
    public void init() throws MessagingException {
        Parameters parameters =
                Parameters.ofCondition(
                        HasDevice.class, getMatcherConfig(), NAME, List.of(NAME, WITHIN));
        readWithin(parameters);
        meant =
                parameters
                        .value(NAME, NAME_FORMAT)
                        .map(Predicate::<String>isEqual)
                        .orElse(device -> !device.isEmpty());
    }

    @Override
    boolean matches(ReadingHabits habits, Instant since) {
        Set<String> devices = habits.devices(since);
        return devices.stream().map(HasDevice::lowerCase).anyMatch(meant);
    }

    @Override
    public String getMatcherInfo() {
        return "Recipients with a device of that name";
    }

    private static String name(String text) {
        if (!text.matches("[^\\s=]{1,64}")) {
            throw new IllegalArgumentException("no name");
        }
        return lowerCase(text);
    }

    private static String lowerCase(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
