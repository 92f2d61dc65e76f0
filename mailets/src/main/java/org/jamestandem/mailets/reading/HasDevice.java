package org.jamestandem.mailets.reading;

import com.google.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.mail.MessagingException;
import org.apache.james.user.api.UsersRepository;
import org.jamestandem.kernel.activity.ReaderActivity;
import org.jamestandem.kernel.activity.ReadingHabits;
import org.jamestandem.kernel.settings.SettingFormat;
import org.jamestandem.kernel.settings.SettingFormats;
import org.jamestandem.mailets.settings.Parameters;

/**
 * Matches the recipients who lately read by POP3 from a device with a name of its own, as {@code
 * user+phone} does; with a name, from that device.
 *
 * <p>Condition {@code [name][,within=90d]}.
 */
public class HasDevice extends HabitMatcher {
    private static final String NAME = "name";
    private static final SettingFormat<String> NAME_FORMAT =
            SettingFormats.of(
                    HasDevice::name,
                    "a device name of 1 to 32 letters, digits, hyphens and underscores",
                    "phone");

    private Optional<String> name = Optional.empty();

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
        name = parameters.value(NAME, NAME_FORMAT);
    }

    @Override
    boolean matches(ReadingHabits habits, Instant since) {
        return habits.devices(since).stream().anyMatch(this::isMeant);
    }

    @Override
    public String getMatcherInfo() {
        return "Recipients who read from " + name.orElse("any named device");
    }

    /** What is no name, such as the look back of {@code recent:user}, is no device of its own. */
    private boolean isMeant(String device) {
        return name.map(device::equals).orElseGet(() -> isName(device));
    }

    private static String name(String text) {
        String device = text.toLowerCase(Locale.ROOT);
        if (!isName(device)) {
            throw new IllegalArgumentException("not a device name");
        }
        return device;
    }

    private static boolean isName(String device) {
        return device.matches("[a-z0-9][a-z0-9_-]{0,31}");
    }
}
